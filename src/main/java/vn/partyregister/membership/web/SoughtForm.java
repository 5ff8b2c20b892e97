package vn.partyregister.membership.web;

import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.member.Sought;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.VietnameseText;

/** What stands so far in the fields of somebody who is being recorded; what cannot be read yet is not asked for. */
@NullUnmarked
record SoughtForm(
        String fullName, String alias, String born, String citizenNumber, String cardNumber, Boolean another) {
    private static final int LONGEST = 100;

    Sought sought() {
        return new Sought(
                text(fullName),
                text(alias),
                born == null ? null : Dates.readPartial(born).orElse(null),
                text(citizenNumber),
                text(cardNumber));
    }

    private static String text(String typed) {
        var text = typed == null || typed.length() > LONGEST ? "" : VietnameseText.tidy(typed);
        return text.isEmpty() ? null : text;
    }
}

package vn.partyregister.planning.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.VietnameseText;

/** By which decision targets change, and why; all of it empty where they are set for the first time. */
@NullUnmarked
record ChangeForm(
        @Size(max = 100) String number,
        LocalDate decidedOn,
        @Size(max = 200) String issuer,
        @Size(max = 300) String reason) {
    static ChangeForm empty() {
        return new ChangeForm(null, null, null, null);
    }

    @Nullable
    Decision decision() {
        return isBlank(number) || isBlank(issuer) || decidedOn == null
                ? null
                : new Decision(VietnameseText.tidy(issuer), VietnameseText.tidy(number), decidedOn, null);
    }

    @Nullable
    String why() {
        return isBlank(reason) ? null : VietnameseText.tidy(reason);
    }

    private static boolean isBlank(String text) {
        return text == null || VietnameseText.tidy(text).isEmpty();
    }
}

package vn.partyregister.transfer.web;

import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.transfer.Newcomer;

/** What the browser sends of a letter that somebody from outside brings, to stay or for a time. */
@NullUnmarked
interface LetterFields {
    String fullName();

    PartialDate born();

    String cardNumber();

    LocalDate joinedOn();

    LocalDate officialOn();

    String number();

    LocalDate issuedOn();

    String issuer();

    default Newcomer newcomer() {
        return new Newcomer(
                VietnameseText.tidy(fullName()),
                born().earliest(),
                born().precision(),
                Texts.given(cardNumber()),
                joinedOn(),
                officialOn());
    }

    default Decision letter() {
        return new Decision(issuer(), number(), issuedOn(), null);
    }
}

package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;

/** What the browser sends of somebody who is exempted; {@code to} is empty where it is for good. */
@NullUnmarked
record ExemptionForm(
        @NotBlank(message = "{membership.missing.ground}") String ground,
        @NotNull(message = "{membership.missing.from}") LocalDate from,
        LocalDate to,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    static ExemptionForm by(String issuer) {
        return new ExemptionForm(null, null, null, null, null, issuer);
    }

    Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }
}

package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;

/** What the browser sends of the decision that awards a batch; {@code numbered} takes the badges from the stock. */
@NullUnmarked
record DecisionForm(
        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer,

        Boolean numbered) {
    static DecisionForm by(String issuer) {
        return new DecisionForm(null, null, issuer, null);
    }

    Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }
}

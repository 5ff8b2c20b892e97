package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Refusal.RuleBroken;

/** A resolution, a certificate or a decision behind a step, as it stands on paper. */
@Embeddable
public record Document(
        String number, LocalDate day, @Nullable String issuer) {
    /** The same as a decision, which has an issuer. */
    Decision decision() {
        if (issuer == null) {
            throw new RuleBroken("admission.no-issuer", number);
        }
        return new Decision(issuer, number, day, null);
    }
}

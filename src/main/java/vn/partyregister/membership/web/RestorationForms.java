package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;

/** What the browser sends of each step of restoring a lost file. */
@NullUnmarked
final class RestorationForms {
    private RestorationForms() {}

    record Report(
            @NotNull(message = "{member.restoration.day-missing}")
            LocalDate day,

            @NotBlank(message = "{member.restoration.cause-missing}") @Size(max = 500)
            String cause,

            @NotBlank(message = "{member.restoration.verified-by-missing}") @Size(max = 200)
            String verifiedBy) {}

    record Decided(
            @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
            String number,

            @NotNull(message = "{membership.missing.decided-on}")
            LocalDate decidedOn,

            @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
            String issuer) {
        Decision decision() {
            return new Decision(issuer, number, decidedOn, null);
        }
    }

    record Closing(
            @NotNull(message = "{member.restoration.day-missing}")
            LocalDate day) {}

    record Finding(
            @NotNull(message = "{member.restoration.day-missing}")
            LocalDate day,

            @NotBlank(message = "{member.restoration.remark-missing}") @Size(max = 500)
            String remark) {}
}

package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of an interruption of long ago; {@code until} is the day membership went on. */
@NullUnmarked
record InterruptionForm(
        @NotBlank(message = "{membership.missing.ground}")
        @Pattern(
                regexp = "|STRUCK_OFF|EXPELLED|RESIGNED|LOST_CONTACT|TRANSFER_GAP",
                message = "{membership.missing.ground}")
        String ground,

        @NotNull(message = "{membership.missing.day}") LocalDate from,
        @NotNull(message = "{membership.missing.day}") LocalDate until,

        @NotBlank(message = "{membership.interruption.missing-paper}") @Size(max = 300)
        String paper) {
    static InterruptionForm empty() {
        return new InterruptionForm(null, null, null, null);
    }
}

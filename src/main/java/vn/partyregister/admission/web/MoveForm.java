package vn.partyregister.admission.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends where a case goes to another cell. */
@NullUnmarked
record MoveForm(
        @NotBlank(message = "{membership.missing.organisation}") @Size(max = 700)
        String to,

        @NotNull(message = "{admission.missing.day}") LocalDate day,

        @NotBlank(message = "{admission.missing.reason}") @Size(max = 500)
        String reason) {}

package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of a new batch; an occasion only where the day is none of the regular ones. */
@NullUnmarked
record BatchForm(
        @NotBlank(message = "{recognition.missing.organisation}") @Size(max = 700)
        String organisation,

        @NotNull(message = "{membership.missing.day}") LocalDate day,
        @Size(max = 200) String occasion) {}

package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of a new technical check. */
@NullUnmarked
record CheckForm(
        @NotBlank(message = "{recognition.missing.organisation}") @Size(max = 700)
        String organisation,

        @NotBlank(message = "{recognition.missing.name}") @Size(max = 200)
        String name,

        @NotNull(message = "{membership.missing.day}") LocalDate day) {}

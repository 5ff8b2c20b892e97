package vn.partyregister.planning.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of a figure that arrived by hand; without a figure it takes back what was noted. */
@NullUnmarked
record FigureForm(
        @NotBlank(message = "{planning.missing.organisation}") @Size(max = 700)
        String organisation,

        @NotBlank(message = "{planning.missing.subject}") String subject,

        @NotNull(message = "{planning.missing.day}") LocalDate day,

        @Min(value = 0, message = "{planning.missing.figure}")
        @Max(value = 999999999, message = "{planning.missing.figure}")
        Integer figure,

        @NotBlank(message = "{planning.missing.source}") @Size(max = 300)
        String source) {}

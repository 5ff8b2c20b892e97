package vn.partyregister.training.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of certificates that are issued. */
@NullUnmarked
record IssueForm(
        @NotNull(message = "{training.missing.first}")
        @Min(value = 1, message = "{training.missing.first}")
        @Max(value = 999999, message = "{training.missing.first}")
        Integer first,

        @NotNull(message = "{training.missing.day}") LocalDate day) {}

package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of a return, a cancellation, a receipt of the letter. */
@NullUnmarked
record ActForm(
        @NotNull(message = "{transfer.missing.day}") LocalDate day,

        @Size(max = 500) String why) {}

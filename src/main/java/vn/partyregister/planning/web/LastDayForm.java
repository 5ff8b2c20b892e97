package vn.partyregister.planning.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** Until which day something was so. */
@NullUnmarked
record LastDayForm(
        @NotNull(message = "{planning.missing.day}") LocalDate day) {}

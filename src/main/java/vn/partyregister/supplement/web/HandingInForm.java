package vn.partyregister.supplement.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of a supplement that came in. */
@NullUnmarked
record HandingInForm(
        @NotNull(message = "{supplement.missing.day}") LocalDate day,
        @NotNull(message = "{supplement.missing.changed}") Boolean changed) {
    static HandingInForm on(LocalDate today) {
        return new HandingInForm(today, null);
    }
}

package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of somebody who has left. */
@NullUnmarked
record LeavingForm(
        @NotNull(message = "{transfer.missing.day}") LocalDate day) {
    static LeavingForm on(LocalDate today) {
        return new LeavingForm(today);
    }
}

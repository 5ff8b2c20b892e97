package vn.partyregister.reference.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.reference.Certainty;

/** What the browser sends of a day that differs from the plain week. */
@NullUnmarked
record HolidayForm(
        @NotNull(message = "{reference.missing.day}") LocalDate day,

        @NotBlank(message = "{reference.missing.day-kind}") @Size(max = 30)
        String kind,

        @NotBlank(message = "{reference.missing.occasion}") @Size(max = 30)
        String occasion,

        @NotBlank(message = "{reference.missing.source}") @Size(max = 200)
        String source,

        @NotNull(message = "{reference.missing.certainty}") Certainty certainty) {
    static HolidayForm empty() {
        return new HolidayForm(null, null, null, null, null);
    }
}

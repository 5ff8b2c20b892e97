package vn.partyregister.admission.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.admission.Stage;

/** What the browser sends where a case is put back. */
@NullUnmarked
record BackForm(
        @NotNull(message = "{admission.missing.to}") Stage to,
        @NotNull(message = "{admission.missing.day}") LocalDate day,

        @NotBlank(message = "{admission.missing.reason}") @Size(max = 500)
        String reason) {
    static BackForm begin(LocalDate today) {
        return new BackForm(null, today, null);
    }
}

package vn.partyregister.admission.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.admission.Extension;
import vn.partyregister.platform.VietnameseText;

/** What the browser sends where a decision is put off. */
@NullUnmarked
record ExtensionForm(
        @NotNull(message = "{admission.missing.until}") LocalDate until,
        @NotNull(message = "{admission.missing.day}") LocalDate day,

        @NotBlank(message = "{admission.missing.reason}") @Size(max = 500)
        String reason) {
    static ExtensionForm begin(LocalDate today) {
        return new ExtensionForm(null, today, null);
    }

    Extension told() {
        return new Extension(until, day, VietnameseText.tidy(reason));
    }
}

package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.platform.VietnameseText;

/** Why somebody is taken off. */
@NullUnmarked
record ReasonForm(
        @NotBlank(message = "{recognition.missing.why}") @Size(max = 300)
        String why) {
    /** Marks that nobody sees are no reason. */
    ReasonForm {
        why = why == null ? null : VietnameseText.tidy(why);
    }
}

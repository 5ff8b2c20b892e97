package vn.partyregister.training.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.platform.VietnameseText;

/** Why something is cancelled or taken back. */
@NullUnmarked
record ReasonForm(
        @NotBlank(message = "{training.missing.why}") @Size(max = 300)
        String why) {
    String told() {
        return VietnameseText.tidy(why);
    }
}

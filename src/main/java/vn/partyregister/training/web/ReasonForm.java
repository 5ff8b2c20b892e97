package vn.partyregister.training.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.VietnameseText;

/** Why something is cancelled or taken back. */
@NullUnmarked
record ReasonForm(
        @NotBlank(message = "{training.missing.why}") @Size(max = 300)
        String why) {
    /** Tidied; what holds nothing but control characters is no reason. */
    String told() {
        var told = VietnameseText.tidy(why);
        if (told.isEmpty()) {
            throw new RuleBroken("training.missing.why");
        }
        return told;
    }
}

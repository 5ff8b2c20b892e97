package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** Why somebody is taken off. */
@NullUnmarked
record ReasonForm(
        @NotBlank(message = "{recognition.missing.why}") @Size(max = 300)
        String why) {}

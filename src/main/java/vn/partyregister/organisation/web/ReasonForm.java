package vn.partyregister.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** Why a reorganisation is taken back. */
@NullUnmarked
record ReasonForm(
        @NotBlank(message = "{organisation.plan.field.reason-missing}")
        @Size(max = 500, message = "{organisation.field.too-long}")
        String reason) {}

package vn.partyregister.training.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of members for a class: a line for each. */
@NullUnmarked
record MemberLinesForm(
        @NotBlank(message = "{training.missing.lines}") @Size(max = 100000)
        String lines) {}

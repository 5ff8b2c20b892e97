package vn.partyregister.planning.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of many places or posts: a line for each. */
@NullUnmarked
record ManyLinesForm(
        @NotBlank(message = "{planning.missing.lines}") @Size(max = 200000)
        String lines) {}

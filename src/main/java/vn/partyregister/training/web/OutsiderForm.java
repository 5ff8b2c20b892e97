package vn.partyregister.training.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of people who are no members: a line for each. */
@NullUnmarked
record OutsiderForm(
        @Size(max = 700) String organisation,

        @NotBlank(message = "{training.missing.lines}") @Size(max = 100000)
        String lines) {}

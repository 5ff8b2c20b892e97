package vn.partyregister.statistics.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** Why a closed period is reopened. */
@NullUnmarked
record ReopeningForm(
        @NotBlank(message = "{statistics.missing.reason}") @Size(max = 500)
        String reason) {
    static ReopeningForm empty() {
        return new ReopeningForm(null);
    }
}

package vn.partyregister.dossier.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** Why a scan is taken back. */
@NullUnmarked
record TakingBackForm(
        @NotBlank(message = "{dossier.missing.reason}") @Size(max = 300)
        String reason) {
    static TakingBackForm empty() {
        return new TakingBackForm(null);
    }
}

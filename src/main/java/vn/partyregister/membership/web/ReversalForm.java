package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/**
 * Why an entry is taken back.
 *
 * @param again whether the right one is entered next
 */
@NullUnmarked
record ReversalForm(
        @NotBlank(message = "{membership.missing.reason}") @Size(max = 500)
        String reason,

        Boolean again) {
    static ReversalForm empty() {
        return new ReversalForm(null, null);
    }
}

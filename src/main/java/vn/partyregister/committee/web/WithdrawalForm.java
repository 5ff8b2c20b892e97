package vn.partyregister.committee.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** Why an entry is taken back. */
@NullUnmarked
record WithdrawalForm(
        @NotBlank(message = "{committee.missing.why}") @Size(max = 300)
        String why) {
    static WithdrawalForm empty() {
        return new WithdrawalForm(null);
    }
}

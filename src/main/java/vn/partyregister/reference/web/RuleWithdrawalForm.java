package vn.partyregister.reference.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends to take out a value that has not begun. */
@NullUnmarked
record RuleWithdrawalForm(
        @Size(max = 50) String group,

        @NotNull(message = "{reference.missing.starts}") LocalDate starts,

        @NotBlank(message = "{reference.missing.reason}") @Size(max = 500)
        String reason) {
    /** Of a value as it is held, before a reason is given. */
    static RuleWithdrawalForm of(String group, LocalDate starts) {
        return new RuleWithdrawalForm(group, starts, null);
    }
}

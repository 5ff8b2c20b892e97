package vn.partyregister.inbox.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of somebody who stands in while the reader is away. */
@NullUnmarked
record DelegationForm(
        @NotNull(message = "{inbox.missing.colleague}") UUID colleague,
        @NotNull(message = "{inbox.missing.from}") LocalDate from,
        @NotNull(message = "{inbox.missing.to}") LocalDate to,

        @NotBlank(message = "{inbox.missing.reason}") @Size(max = 300)
        String reason) {
    static DelegationForm empty() {
        return new DelegationForm(null, null, null, null);
    }
}

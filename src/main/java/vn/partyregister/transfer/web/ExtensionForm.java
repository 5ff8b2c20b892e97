package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;

/** What the browser sends of a temporary stay that lasts longer. */
@NullUnmarked
record ExtensionForm(
        @NotNull(message = "{transfer.missing.until}") LocalDate until,

        @NotBlank(message = "{transfer.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{transfer.missing.issued-on}") LocalDate issuedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    static ExtensionForm empty() {
        return new ExtensionForm(null, null, null, null);
    }

    Decision paper() {
        return new Decision(issuer, number, issuedOn, null);
    }
}

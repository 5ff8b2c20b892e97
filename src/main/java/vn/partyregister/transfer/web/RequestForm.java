package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.WrongField;
import vn.partyregister.transfer.NewTransfer;
import vn.partyregister.transfer.TransferKind;

/** What the browser sends where a member asks to go: to a cell of the register, or elsewhere. */
@NullUnmarked
record RequestForm(
        @NotNull(message = "{transfer.missing.kind}") TransferKind kind,
        @Size(max = 700) String to,
        @Size(max = 200) String elsewhere,

        @NotBlank(message = "{membership.missing.ground}") @Size(max = 50)
        String ground,

        @NotNull(message = "{transfer.missing.decided-on}") LocalDate decidedOn,

        @NotNull(message = "{transfer.missing.requested-on}")
        LocalDate requestedOn,

        LocalDate returnsOn,
        @Size(max = 500) String lateWhy) {
    static RequestForm begin(LocalDate today) {
        return new RequestForm(TransferKind.OFFICIAL, null, null, null, null, today, null, null);
    }

    /** What one field says against another. */
    void hold(BindingResult errors) {
        var inside = Texts.given(to) != null;
        var outside = Texts.given(elsewhere) != null;
        if (!inside && !outside) {
            WrongField.mark(errors, "to", to, "transfer.missing.to");
        }
        if (inside && outside) {
            WrongField.mark(errors, "elsewhere", elsewhere, "transfer.both");
        }
        if (kind == TransferKind.TEMPORARY && returnsOn == null && !errors.hasFieldErrors("returnsOn")) {
            WrongField.mark(errors, "returnsOn", null, "transfer.missing.returns-on");
        }
    }

    NewTransfer told(OrganisationId cell) {
        return new NewTransfer(
                kind,
                cell,
                cell == null ? Texts.given(elsewhere) : null,
                ground,
                decidedOn,
                requestedOn,
                kind == TransferKind.TEMPORARY ? returnsOn : null,
                Texts.given(lateWhy));
    }
}

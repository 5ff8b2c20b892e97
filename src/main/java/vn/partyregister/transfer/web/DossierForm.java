package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.transfer.TransferFile;

/** What the browser sends of the paper file: whether it went along, and when. */
@NullUnmarked
record DossierForm(
        @NotNull(message = "{transfer.missing.travelled}") Boolean travelled, LocalDate day) {
    static DossierForm begin(TransferFile file) {
        return new DossierForm(file.head().dossierTravelled(), file.head().dossierOn());
    }
}

package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of the paper file: whether it went along, and when. */
@NullUnmarked
record DossierForm(
        @NotNull(message = "{transfer.missing.travelled}") Boolean travelled, LocalDate day) {}

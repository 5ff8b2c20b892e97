package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.transfer.NewArrival;
import vn.partyregister.transfer.TransferKind;

/** What the browser sends of a letter that somebody brings. */
@NullUnmarked
record ArrivalForm(
        @NotNull(message = "{transfer.missing.kind}") TransferKind kind,

        @NotBlank(message = "{membership.missing.full-name}") @Size(max = 100)
        String fullName,

        @NotNull(message = "{membership.missing.born}") PartialDate born,
        @Size(max = 30) String cardNumber,

        @NotNull(message = "{membership.missing.joined-on}") LocalDate joinedOn,

        LocalDate officialOn,

        @NotBlank(message = "{transfer.missing.to}") @Size(max = 700)
        String to,

        @NotBlank(message = "{transfer.missing.from}") @Size(max = 200)
        String from,

        @NotBlank(message = "{membership.missing.ground}") @Size(max = 50)
        String ground,

        @NotBlank(message = "{transfer.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{transfer.missing.issued-on}") LocalDate issuedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer,

        @NotNull(message = "{transfer.missing.day}") LocalDate receivedOn)
        implements LetterFields {
    static ArrivalForm begin(LocalDate today) {
        return new ArrivalForm(
                TransferKind.OFFICIAL, null, null, null, null, null, null, null, null, null, null, null, today);
    }

    NewArrival told(OrganisationId cell) {
        return new NewArrival(kind, newcomer(), cell, VietnameseText.tidy(from), ground, letter(), receivedOn);
    }
}

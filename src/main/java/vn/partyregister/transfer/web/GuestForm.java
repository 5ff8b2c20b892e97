package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.transfer.NewGuest;

/** What the browser sends of somebody from outside who is taken in for a time. */
@NullUnmarked
record GuestForm(
        @NotBlank(message = "{membership.missing.full-name}") @Size(max = 100)
        String fullName,

        @NotNull(message = "{membership.missing.born}") PartialDate born,
        @Size(max = 30) String cardNumber,

        @NotNull(message = "{membership.missing.joined-on}") LocalDate joinedOn,

        LocalDate officialOn,

        @NotBlank(message = "{transfer.missing.from}") @Size(max = 200)
        String from,

        @NotBlank(message = "{transfer.missing.to}") @Size(max = 700)
        String to,

        @NotBlank(message = "{membership.missing.ground}") @Size(max = 50)
        String ground,

        @NotBlank(message = "{transfer.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{transfer.missing.issued-on}") LocalDate issuedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer,

        @NotNull(message = "{transfer.missing.day}") LocalDate arrivedOn,

        @NotNull(message = "{transfer.missing.until}") LocalDate until)
        implements LetterFields {
    static GuestForm begin(LocalDate today) {
        return new GuestForm(null, null, null, null, null, null, null, null, null, null, null, today, null);
    }

    NewGuest told(OrganisationId host) {
        return new NewGuest(newcomer(), VietnameseText.tidy(from), host, ground, letter(), arrivedOn, until);
    }
}

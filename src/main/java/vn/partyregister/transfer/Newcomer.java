package vn.partyregister.transfer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.membership.Status;
import vn.partyregister.platform.PartialDate;

/**
 * Who comes from outside of the register, as the letter they bring has them.
 *
 * @param officialOn null for who is on probation
 */
@Embeddable
public record Newcomer(
        String fullName,
        LocalDate bornEarliest,
        @Enumerated(EnumType.STRING) PartialDate.Precision bornPrecision,
        @Nullable String cardNumber,
        LocalDate joinedOn,
        @Nullable LocalDate officialOn) {
    public PartialDate born() {
        return new PartialDate(bornEarliest, bornPrecision);
    }

    Status status() {
        return officialOn == null ? Status.PROBATIONARY : Status.OFFICIAL;
    }
}

package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody from outside of the register who is taken in for a time (đảng viên sinh hoạt tạm thời đến), or was.
 *
 * @param home the organisation that counts them
 * @param organisation that takes them in and does not count them
 * @param until the last day
 * @param extensions how often it was extended
 */
public record Guest(
        UUID id,
        String fullName,
        LocalDate bornEarliest,
        String bornPrecision,
        @Nullable String cardNumber,
        LocalDate joinedOn,
        @Nullable LocalDate officialOn,
        String home,
        UUID organisationId,
        String organisation,
        String ground,
        String letterNumber,
        LocalDate letterIssuedOn,
        String letterIssuer,
        LocalDate arrivedOn,
        LocalDate untilOn,
        @Nullable LocalDate endedOn,
        int extensions,
        boolean overdue) {
    /** Whether they are here. */
    public boolean isOpen() {
        return endedOn == null;
    }
}

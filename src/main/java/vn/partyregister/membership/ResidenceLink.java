package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With whom a member keeps in touch where they live.
 *
 * @param body the party body there; null for who is not introduced
 * @param until the last day, null while none is known
 */
public record ResidenceLink(
        UUID id,
        ResidenceMode mode,
        LocalDate starts,
        @Nullable LocalDate until,
        @Nullable String body,
        @Nullable String responsible,
        @Nullable String letterNumber,
        @Nullable LocalDate letterOn,
        @Nullable String issuer,
        String recordedBy) {
    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !starts.isAfter(day) && (until == null || !until.isBefore(day));
    }
}

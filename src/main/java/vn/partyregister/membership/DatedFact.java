package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is true of a member for a time.
 *
 * @param begun the first day of a stay that went along with its organisation; else as it starts
 * @param until the last day, null while none is known
 * @param extended how often its last day was put off
 * @param withdrawnWhy null where it stands
 */
public record DatedFact(
        FactId id,
        FactKind kind,
        LocalDate starts,
        LocalDate begun,
        @Nullable LocalDate until,
        @Nullable String place,
        @Nullable String decisionNumber,
        @Nullable LocalDate decidedOn,
        @Nullable String issuer,
        String recordedBy,
        int extended,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnWhy) {
    /** Whether it is told and true on a day. */
    public boolean holdsOn(LocalDate day) {
        return withdrawnBy == null && !starts.isAfter(day) && (until == null || !until.isBefore(day));
    }
}

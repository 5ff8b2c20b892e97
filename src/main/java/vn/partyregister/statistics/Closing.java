package vn.partyregister.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;

/**
 * A period closed by a committee, as its lists show it.
 *
 * @param name what the organisation was called on the last day
 * @param kind the code of the kind of period
 * @param label what such a period is called
 * @param entries how many entries of the journal its increase and decrease counted
 * @param inTransit who of those on the list at the end was in transit when it was closed; null where that was not kept yet
 * @param fingerprint over the entries and members counted
 * @param reopenedAs the committee in whose name it was reopened
 */
public record Closing(
        ClosingId id,
        OrganisationId organisationId,
        String name,
        String kind,
        String label,
        LocalDate fromOn,
        LocalDate toOn,
        String code,
        String title,
        String directive,
        int entries,
        @Nullable Integer inTransit,
        String fingerprint,
        LocalDateTime closedAt,
        String closedBy,
        @Nullable LocalDateTime reopenedAt,
        @Nullable String reopenedBy,
        @Nullable String reopenedAs,
        @Nullable String reopeningReason) {
    public Period period() {
        return new Period(fromOn, toOn);
    }

    /** Whether its figures hold; a reopened one is history. */
    public boolean holds() {
        return reopenedAt == null;
    }
}

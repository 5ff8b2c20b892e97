package vn.partyregister.paperfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/**
 * Where one paper file is now.
 *
 * @param turn how many events it has had
 * @param since the day of the last event; null where nothing was ever recorded
 * @param organisationId who keeps it, or kept it last
 * @param organisation what that organisation is called
 * @param handOver the record of the hand-over it is on the way by
 */
public record Whereabouts(
        MemberId memberId,
        String fullName,
        int turn,
        State state,
        @Nullable LocalDate since,
        @Nullable OrganisationId organisationId,
        @Nullable String organisation,
        @Nullable String place,
        @Nullable String borrower,
        @Nullable LocalDate dueOn,
        @Nullable HandOverId handOver) {
    /** Whether it should have been given back before this day. */
    public boolean overdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}

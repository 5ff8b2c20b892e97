package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/**
 * What an act on a day is judged by, of one member.
 *
 * @param bornOn the earliest day on which they may have been born
 * @param standsIn where they stand on the day of the act, null for who stands nowhere
 * @param standsLater whether they stand anywhere on that day or later
 * @param last the last entry that holds
 * @param later the first entry after that day that would have to be told anew
 * @param probationSince the ceremony, or the later one of who was admitted again
 * @param admittedAgain how often
 */
record MemberFacts(
        MemberId member,
        LocalDate bornOn,
        LocalDate joinedOn,
        @Nullable OrganisationId standsIn,
        @Nullable Status status,
        boolean standsLater,
        @Nullable Told last,
        @Nullable Told later,
        LocalDate probationSince,
        int admittedAgain) {
    /** An entry of the journal. */
    record Told(MovementKind kind, LocalDate on) {}
}

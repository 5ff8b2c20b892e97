package vn.partyregister.paperfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/**
 * A count of the paper files of an organisation and all below it.
 *
 * @param expected how many members stood there on that day; found, missing and those not looked for yet sum to it
 * @param surplus files that were there though their members stood elsewhere
 * @param closedOn null while it goes on
 */
public record Count(
        CountId id,
        OrganisationId organisationId,
        String organisation,
        LocalDate countedOn,
        long expected,
        long found,
        long missing,
        long surplus,
        @Nullable LocalDate closedOn,
        @Nullable String closedBy) {
    public boolean isOpen() {
        return closedOn == null;
    }

    public long unanswered() {
        return expected - found - missing;
    }

    /** Whether what was there is what should have been. */
    public boolean agrees() {
        return missing == 0 && surplus == 0;
    }

    /** What the lines of a count can be narrowed to. */
    public enum Answer {
        UNANSWERED,
        FOUND,
        MISSING;

        String condition() {
            return switch (this) {
                case UNANSWERED -> "l.found is null";
                case FOUND -> "l.found";
                case MISSING -> "not l.found";
            };
        }
    }

    /**
     * A file that should be there.
     *
     * @param state where the register says it is now
     */
    public record Line(
            MemberId memberId,
            String fullName,
            @Nullable String cardNumber,
            @Nullable String organisation,
            @Nullable Boolean found,
            State state,
            @Nullable String keeper,
            @Nullable String place,
            @Nullable String borrower) {}

    /** A file that was there and should not have been. */
    public record Surplus(String cover, @Nullable String remark) {}
}

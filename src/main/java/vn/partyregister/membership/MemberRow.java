package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PartialDate;

/**
 * One line of a member list.
 *
 * @param organisation the name of the cell (or of the base organisation that is one)
 * @param base the name of the base organisation above the cell, null where there is none
 * @param status null for who no longer stands anywhere
 */
public record MemberRow(
        MemberId id,
        String fullName,
        String sex,
        LocalDate bornEarliest,
        PartialDate.Precision bornPrecision,
        String ethnicity,
        @Nullable String organisation,
        @Nullable String base,
        @Nullable Status status,
        LocalDate joinedOn,
        @Nullable String cardNumber) {
    /** The birth date as far as it is known. */
    public PartialDate born() {
        return new PartialDate(bornEarliest, bornPrecision);
    }
}

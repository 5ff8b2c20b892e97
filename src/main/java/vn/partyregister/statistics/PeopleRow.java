package vn.partyregister.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PartialDate;

/**
 * One line behind a figure: somebody who stood there, or one time somebody came or went.
 *
 * @param kind the kind of movement, {@code TREE} where the organisation itself came or went; null for who stands there
 * @param before where they stood before, null where nowhere
 * @param after where they stand, null where nowhere
 * @param opens whether the reader may open the file
 */
public record PeopleRow(
        MemberId id,
        String fullName,
        String sex,
        LocalDate bornEarliest,
        PartialDate.Precision bornPrecision,
        @Nullable String kind,
        @Nullable LocalDate day,
        @Nullable String before,
        @Nullable String after,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        boolean opens) {
    /** The birth date as far as it is known. */
    public PartialDate born() {
        return new PartialDate(bornEarliest, bornPrecision);
    }
}

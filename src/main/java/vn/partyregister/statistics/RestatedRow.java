package vn.partyregister.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PartialDate;

/**
 * Somebody whom a closed period counts otherwise today than when it was closed, and the latest entry that made the difference.
 *
 * @param kind the kind of that entry; null where the tree changed and no entry says so
 * @param reversed whether that entry was a reversal
 * @param recordedAt when it was recorded
 * @param opens whether the reader may open the file
 */
public record RestatedRow(
        MemberId id,
        String fullName,
        LocalDate bornEarliest,
        PartialDate.Precision bornPrecision,
        @Nullable String kind,
        boolean reversed,
        @Nullable LocalDate day,
        @Nullable String before,
        @Nullable String after,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        @Nullable String recordedBy,
        @Nullable LocalDateTime recordedAt,
        boolean opens) {
    /** The birth date as far as it is known. */
    public PartialDate born() {
        return new PartialDate(bornEarliest, bornPrecision);
    }
}

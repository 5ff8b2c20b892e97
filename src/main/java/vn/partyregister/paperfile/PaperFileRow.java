package vn.partyregister.paperfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * One line of the list of paper files.
 *
 * @param organisation where the member stands
 * @param keeper who keeps the file, or kept it last
 * @param opens whether the reader may open the member's file
 */
public record PaperFileRow(
        MemberId id,
        String fullName,
        @Nullable String cardNumber,
        @Nullable String organisation,
        Holding state,
        @Nullable LocalDate since,
        @Nullable String keeper,
        @Nullable String place,
        @Nullable String borrower,
        @Nullable LocalDate dueOn,
        boolean opens) {}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * Somebody whom an organisation has taken in for a time.
 *
 * @param home where they are counted
 * @param until the last day, null while none is known
 * @param extended how often that day was put off
 * @param reached whether their file is open to the reader, too
 */
public record TemporaryRow(
        MemberId memberId,
        String fullName,
        @Nullable String home,
        UUID organisationId,
        String organisation,
        LocalDate starts,
        @Nullable LocalDate until,
        int extended,
        @Nullable String decisionNumber,
        @Nullable LocalDate decidedOn,
        boolean reached) {}

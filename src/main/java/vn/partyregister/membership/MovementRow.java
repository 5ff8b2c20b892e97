package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * An entry of the journal in a list.
 *
 * @param takenBackWhy null for one that holds
 */
public record MovementRow(
        MemberId memberId,
        String fullName,
        MovementKind kind,
        boolean again,
        LocalDate effectiveOn,
        @Nullable String fromName,
        @Nullable String toName,
        @Nullable String elsewhere,
        @Nullable String ground,
        @Nullable String decisionNumber,
        @Nullable LocalDate decidedOn,
        @Nullable String issuer,
        @Nullable String takenBackWhy) {}

package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Restoration;

/** A lost file in a list. */
public record RestorationRow(
        MemberId memberId,
        String fullName,
        @Nullable String organisation,
        Restoration.Stage stage,
        LocalDate reportedOn,
        String cause,
        String verifiedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate endedOn) {}

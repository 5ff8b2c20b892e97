package vn.partyregister.membership;

import java.util.Map;
import vn.partyregister.member.MemberId;

/**
 * What an act says of the people it is asked to be done for.
 *
 * @param leftOut who cannot, and why; whoever is not named can
 * @param before what stands there now, where the act takes its place
 */
public record BulkJudgement(Map<MemberId, BulkReason> leftOut, Map<MemberId, String> before) {
    public BulkJudgement {
        leftOut = Map.copyOf(leftOut);
        before = Map.copyOf(before);
    }
}

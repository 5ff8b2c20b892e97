package vn.partyregister.supplement;

import java.util.List;
import vn.partyregister.member.Amendments.Amendment;
import vn.partyregister.member.Ground;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * The supplement of one member (phiếu bổ sung): what changed in the file since the one before.
 *
 * @param amendments in the order in which they were recorded
 */
public record SupplementSheet(SupplementRow row, List<Amendment> amendments) {
    public SupplementSheet {
        amendments = List.copyOf(amendments);
    }

    /** Changes are entered before the supplement that tells of them is taken; who says that nothing changed changes nothing. */
    void requireAgreeing(boolean changed) {
        var entered = amendments.stream().anyMatch(amendment -> amendment.ground() == Ground.Kind.SUPPLEMENT);
        if (changed && amendments.isEmpty()) {
            throw new RuleBroken("supplement.no-change-entered");
        }
        if (!changed && entered) {
            throw new RuleBroken("supplement.change-entered");
        }
    }
}

package vn.partyregister.admission;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.RuleSource;

/**
 * A stage as the procedure of a day has it.
 *
 * @param position its place in the order
 * @param side whether it leads off the way to official membership
 * @param onlyUnder where the cell must lie for this stage to be on its way; null for all
 * @param firstFrom of a side: the first stage, by its position, from which it is reached
 * @param form the printed form (mẫu) that goes with it
 */
public record StageRule(
        Stage stage,
        int position,
        boolean side,
        @Nullable Condition onlyUnder,
        int firstFrom,
        int lastFrom,
        Set<Asked> asks,
        @Nullable String form,
        RuleSource source) {
    public StageRule {
        asks = Set.copyOf(asks);
    }

    /** Whether its entry is asked for this, beside the day. */
    public boolean asks(Asked what) {
        return asks.contains(what);
    }

    /** What an entry is asked for beside its day. */
    public enum Asked {
        DOCUMENT,
        DECISION,
        RECEIVED,
        VOTE,
        HELPERS,
        INTRODUCERS,
        GROUND,
        REASON
    }

    /** Where a cell lies. */
    public enum Condition {
        /** Below a partial committee (đảng ủy bộ phận). */
        PARTIAL,
        /** Below a base committee (đảng ủy cơ sở): not a base organisation itself. */
        BASE_COMMITTEE
    }
}

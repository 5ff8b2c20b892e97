package vn.partyregister.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;

/**
 * Why somebody is left out of a work.
 *
 * @param key a message key
 * @param source the rule that says so, where a rule does
 */
public record BulkReason(
        String key, List<String> arguments, @Nullable RuleSource source) {
    /** The right of the clerk does not reach them, or not any more. */
    static final BulkReason NOT_REACHED = new BulkReason("membership.bulk.not-reached");
    /** What the work wrote does not stand there any more, so that taking it back would undo what somebody else wrote. */
    static final BulkReason CHANGED_SINCE = new BulkReason("membership.bulk.changed-since");
    /** The value is the one they have. */
    static final BulkReason SAME_ALREADY = new BulkReason("membership.bulk.same-already");

    public BulkReason {
        arguments = List.copyOf(arguments);
    }

    private BulkReason(String key) {
        this(key, List.of(), null);
    }

    /** What the single act says when it refuses. */
    static BulkReason of(RuleBroken refused) {
        return new BulkReason(
                refused.key(), refused.arguments().stream().map(String::valueOf).toList(), refused.source());
    }
}

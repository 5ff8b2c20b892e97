package vn.partyregister.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.RuleSource;

/**
 * Why somebody is left out of a work.
 *
 * @param key a message key
 * @param source the rule that says so, where a rule does
 */
public record BulkReason(
        String key, List<String> arguments, @Nullable RuleSource source) {
    private static final String WORD = "word:";

    /** The right of the clerk does not reach them, or not any more. */
    static final BulkReason NOT_REACHED = new BulkReason("membership.bulk.not-reached");
    /** What the work wrote does not stand there any more, so that taking it back would undo what somebody else wrote. */
    public static final BulkReason CHANGED_SINCE = new BulkReason("membership.bulk.changed-since");
    /** The value is the one they have. */
    static final BulkReason SAME_ALREADY = new BulkReason("membership.bulk.same-already");

    /** The writing broke off: of a whole nothing stands, of anything else the parts before it. */
    static BulkReason stopped(boolean whole) {
        return new BulkReason(whole ? "membership.bulk.stopped-whole" : "membership.bulk.stopped");
    }

    public BulkReason {
        arguments = List.copyOf(arguments);
    }

    private BulkReason(String key) {
        this(key, List.of(), null);
    }

    /** What the single act says when it refuses. */
    public static BulkReason of(Refusal refused) {
        return new BulkReason(
                refused.key(),
                refused.arguments().stream().map(BulkReason::kept).toList(),
                refused.source());
    }

    /** A word of the register is kept as its key, to be said in the reader's language. */
    private static String kept(Object argument) {
        return argument instanceof MessageSourceResolvable word && word.getCodes() != null
                ? WORD + word.getCodes()[0]
                : String.valueOf(argument);
    }

    /** The message key an argument stands for; null where it is said as it stands. */
    public static @Nullable String word(String argument) {
        return argument.startsWith(WORD) ? argument.substring(WORD.length()) : null;
    }
}

package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the board what another value of a rule would do, before it is written: implemented by the modules that compute
 * something by the rule. A rule of which somebody cannot tell what was judged by it is not changed for days that are over.
 */
public interface RuleEffect {
    /** Whether it knows what hangs on this rule. */
    boolean concerns(String key);

    /** Whether it can tell all that was judged by the rule, so that it may be changed for days that are over. */
    default boolean accountsFor(String key) {
        return concerns(key);
    }

    /** What is computed by the rule, as it is and as it would be. */
    List<Figure> figures(RuleChange change, LocalDate today);

    /** How many acts of the days since the change would begin were judged by the value before, up to today. */
    long judged(RuleChange change, LocalDate today);

    /**
     * A number of things before and after.
     *
     * @param text a message key: {@code reference.effect.…}
     * @param address where they are listed; null where no list shows them
     */
    record Figure(
            String text, long before, long after, @Nullable String address) {}
}

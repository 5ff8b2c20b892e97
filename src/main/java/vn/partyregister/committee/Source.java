package vn.partyregister.committee;

import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.RuleSource;

/**
 * Where a warning's rule stands.
 *
 * @param ruleKey its key in the rulebook; null where the list of posts says so
 */
public record Source(
        String directive, String clause, @Nullable String ruleKey) {
    static Source of(RuleSource source) {
        return new Source(source.directive(), source.clause(), source.ruleKey());
    }
}

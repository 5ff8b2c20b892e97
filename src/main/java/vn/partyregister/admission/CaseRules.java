package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Rules;

/** A case finishes under the rules of the day it began; a rule that the book marks to apply at once is taken of the day itself. */
@Component
class CaseRules {
    static final String AT_ONCE = "applies-at-once";

    private final Rulebook rulebook;

    CaseRules(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The rules for questions of a case that come up on a day. */
    Book of(AdmissionCase one, LocalDate day) {
        var now = rulebook.on(day);
        return new Book(rulebook.on(one.ruleDay()), now, now.ofGroups(AT_ONCE).keySet());
    }

    /** What a rule refuses; where the book has none of that day, the register itself does. */
    static RuleBroken broken(@Nullable Rule<?> rule, String key, Object... arguments) {
        return broken(rule == null ? null : rule.source(), key, arguments);
    }

    static RuleBroken broken(@Nullable RuleSource source, String key, Object... arguments) {
        return source == null ? new RuleBroken(key, arguments) : new RuleBroken(source, key, arguments);
    }

    /** The rules of the day a case began, and those of the day that apply at once. */
    record Book(Rules begun, Rules now, Set<String> atOnce) {
        Rules about(String key) {
            return atOnce.contains(key.toUpperCase(Locale.ROOT).replace('-', '_')) ? now : begun;
        }
    }
}

package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Rules;

/** A case finishes under the rules of the day it began; a rule that the book marks to apply at once is taken of the day itself. */
@Component
class CaseRules {
    private static final String AT_ONCE = "applies-at-once";

    private final Rulebook rulebook;

    CaseRules(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The rules in which a question of a case is looked up that comes up on a day. */
    Rules about(String key, LocalDate ruleDay, LocalDate day) {
        return appliesAtOnce(key, day) ? rulebook.on(day) : rulebook.on(ruleDay);
    }

    private boolean appliesAtOnce(String key, LocalDate day) {
        return rulebook.on(day)
                .ofGroups(AT_ONCE)
                .containsKey(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
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

    /** The rules for questions of a case that come up on a day. */
    Book of(AdmissionCase one, LocalDate day) {
        var now = rulebook.on(day);
        return new Book(rulebook.on(one.ruleDay()), now, now.ofGroups(AT_ONCE).keySet());
    }

    /** The rules of the day a case began, and those of the day that apply at once. */
    record Book(Rules begun, Rules now, Set<String> atOnce) {
        Rules about(String key) {
            return atOnce.contains(key.toUpperCase(Locale.ROOT).replace('-', '_')) ? now : begun;
        }
    }
}

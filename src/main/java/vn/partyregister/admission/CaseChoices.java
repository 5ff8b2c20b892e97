package vn.partyregister.admission;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.CodeLists;

/** What was sent in place of a choice, or of a text somebody can read. */
@Component
class CaseChoices {
    private final CodeLists lists;

    CaseChoices(CodeLists lists) {
        this.lists = lists;
    }

    /** Refuses a code that the list does not have; nothing chosen is fine. */
    void require(String list, @Nullable String code) {
        if (code != null && !lists.has(list, code)) {
            throw new RuleBroken("admission.no-such-choice");
        }
    }

    /** Refuses a text of which nothing can be read. */
    static String legible(String tidied) {
        if (tidied.isBlank()) {
            throw new RuleBroken("admission.illegible");
        }
        return tidied;
    }
}

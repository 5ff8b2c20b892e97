package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Rulebook;

/** What is worth a warning about an organisation. Numbers fall for a while, and exceptions exist: nothing is barred. */
@Service
public class Soundness {
    private static final String CELL = "official-members-to-found-a-cell";
    private static final String CODE = "organisation-code";
    private static final String COMMITTEE = "members-to-found-a-base-committee";

    private final Rulebook rulebook;
    private final OrganisationLists lists;

    Soundness(Rulebook rulebook, OrganisationLists lists) {
        this.rulebook = rulebook;
        this.lists = lists;
    }

    /** The warnings for an organisation of this type with that many members on a day. */
    public List<Warning> of(String type, MemberCounts.Count count, LocalDate day) {
        var rules = rulebook.on(day);
        var warnings = new ArrayList<Warning>();
        var cell = "CELL".equals(lists.tier(type)) || "CB_CS".equals(type);
        var committee = "BASE".equals(lists.tier(type)) && !cell;
        if (cell && rules.know(CELL)) {
            var rule = rules.officialMembersToFoundACell();
            if (count.official() < rule.value()) {
                warnings.add(warning("organisation.warning.few-official", count.official(), rule));
            }
        }
        if (rules.know(COMMITTEE)) {
            var rule = rules.membersToFoundABaseCommittee();
            if (committee && count.members() < rule.value()) {
                warnings.add(warning("organisation.warning.small-committee", count.members(), rule));
            }
            if ("CB_CS".equals(type) && count.members() >= rule.value()) {
                warnings.add(warning("organisation.warning.large-cell", count.members(), rule));
            }
        }
        return List.copyOf(warnings);
    }

    /** The rule that says how codes are written on a day, where a code is written otherwise. */
    public Optional<RuleSource> formOfCode(@Nullable String code, LocalDate day) {
        var rules = rulebook.on(day);
        if (code == null || !rules.know(CODE)) {
            return Optional.empty();
        }
        var form = rules.pattern(CODE);
        return form.value().matcher(code).matches() ? Optional.empty() : Optional.of(form.source());
    }

    private static Warning warning(String key, int members, Rule<Integer> rule) {
        return new Warning(key, members, rule.value(), rule.source());
    }

    /**
     * A warning with its rule.
     *
     * @param members how many there are
     * @param asked how many the rule speaks of
     */
    public record Warning(String key, int members, int asked, RuleSource source) {}
}

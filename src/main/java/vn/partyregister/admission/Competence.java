package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rule;

/**
 * Who may decide on an admission (thẩm quyền quyết định kết nạp), by the rule of the day of the decision. An issuer that the
 * register does not know above the cell on that day cannot be judged: that is told, not refused.
 */
@Component
class Competence {
    private static final String RULE = "admission-competence";
    private static final String BASE = "STANDING_COMMITTEE_BASE";

    private final Decisions decisions;
    private final CaseRules rules;
    private final CodeLists lists;
    private final JdbcClient jdbc;

    Competence(Decisions decisions, CaseRules rules, CodeLists lists, JdbcClient jdbc) {
        this.decisions = decisions;
        this.rules = rules;
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** Refuses a decision of a committee that the rule of its day does not name. */
    void require(AdmissionCase one, @Nullable Document document) {
        if (document == null || document.issuer() == null) {
            return;
        }
        var rule = rule(one, document.day());
        var issuer = decisions.issuer(document.decision(), List.of(one.organisation()));
        if (rule.isPresent() && issuer.isPresent()) {
            require(Above.of(above(one.organisation(), document.day())), rule.get(), issuer.get(), document);
        }
    }

    private void require(Above above, Rule<String> rule, OrganisationId issuer, Document document) {
        var level = above.levels().stream()
                .filter(one -> one.id().equals(issuer.id()))
                .findFirst();
        var named = above.named(rule.value().equals(BASE));
        if (level.filter(named::contains).isPresent()) {
            return;
        }
        var names = named.stream().map(Level::name).collect(Collectors.joining(", "));
        var base = level.filter(one -> !rule.value().equals(BASE) && one.equals(above.committee()));
        if (base.isEmpty()) {
            throw new RuleBroken(
                    rule.source(),
                    "admission.not-competent",
                    level.map(Level::name).orElseGet(() -> Objects.requireNonNull(document.issuer())),
                    Dates.write(document.day()),
                    lists.label("rule-answer", rule.value()),
                    names);
        }
        if (!isDelegated(issuer, document.day())) {
            throw new RuleBroken(
                    rule.source(), "admission.not-delegated", base.get().name(), names);
        }
    }

    /** The rule that a decision could not be judged by, since its issuer is none that the register knows above the cell. */
    Optional<RuleSource> unjudged(AdmissionCase one) {
        return one.live(Stage.DECIDED)
                .map(Step::document)
                .filter(document -> document.issuer() != null)
                .filter(document -> isUnknown(document, List.of(one.organisation())))
                .flatMap(document -> rule(one, document.day()))
                .map(Rule::source);
    }

    /** Whether the register does not know the issuer above any of some cells. */
    boolean isUnknown(Document document, List<OrganisationId> cells) {
        return decisions.issuer(document.decision(), cells).isEmpty();
    }

    private Optional<Rule<String>> rule(AdmissionCase one, LocalDate day) {
        return rules.of(one, day).about(RULE).find(RULE);
    }

    /** A cell and what lies above it, the nearest first. */
    private List<Level> above(OrganisationId cell, LocalDate day) {
        return jdbc.sql("""
                        select v.organisation_id as id, v.name, t.tier from organisation.ancestry a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:day as date)
                        join organisation.organisation_type t on t.code = v.type
                        where a.descendant_id = :cell and a.valid @> cast(:day as date)
                        order by a.depth
                        """)
                .param("cell", cell.id())
                .param("day", day)
                .query(new RecordRows<>(Level.class))
                .list();
    }

    private boolean isDelegated(OrganisationId base, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from admission.paper p
                            join admission.admission_case c on c.id = p.case_id
                            join organisation.ancestry a on a.descendant_id = c.organisation_id and a.valid @> p.day
                            where a.ancestor_id = :base and p.kind = :kind and p.day <= :day)
                        """)
                .param("base", base.id())
                .param("kind", Paper.DELEGATION)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private record Level(UUID id, String name, String tier) {}

    /**
     * What lies above a cell.
     *
     * @param base the base organisation it is or belongs to, by its place in the levels; the cell where there is none
     */
    private record Above(List<Level> levels, int base) {
        static Above of(List<Level> levels) {
            var base = levels.stream().map(Level::tier).toList().indexOf("BASE");
            return new Above(levels, Math.max(base, 0));
        }

        /** The base committee (đảng ủy cơ sở); a cell that is the base organisation itself has none. */
        @Nullable
        Level committee() {
            return base == 0 ? null : levels.get(base);
        }

        /** Who decides without being asked to by somebody else. */
        List<Level> named(boolean byBase) {
            var committee = committee();
            if (byBase && committee != null) {
                return List.of(committee);
            }
            return levels.stream()
                    .skip(base + 1L)
                    .filter(one ->
                            one.equals(levels.get(base + 1)) || one.tier().equals("PROVINCE"))
                    .toList();
        }
    }
}

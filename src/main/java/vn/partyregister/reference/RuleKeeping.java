package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * The board keeps the rulebook: it adds a value from a day on, withdraws one that has not begun, confirms what was not sure.
 * Nothing that held before is changed by any of it.
 */
@Service
public class RuleKeeping {
    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final RuleJudgement judgement;
    private final Directives directives;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    RuleKeeping(
            JdbcClient jdbc,
            Rulebook rulebook,
            RuleJudgement judgement,
            Directives directives,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.judgement = judgement;
        this.directives = directives;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** A value from a day on; the one before it ends the day before. */
    @Transactional
    public void add(NewRuleValue wanted) {
        hold();
        var starts = wanted.starts();
        refuse(judgement.problems(wanted));
        if (starts == null) {
            throw new RuleBroken("reference.missing.starts");
        }
        var change = judgement.change(wanted, starts);
        var directive = directives.known(wanted.source(), starts);
        append("ADDED", wanted, starts, directive);
        audit.changed(
                "reference.rule-added",
                new Subject("rule", null, null),
                change.before() == null ? null : Map.of("value", change.before(), "until", starts.minusDays(1)),
                Map.of(
                        "rule", wanted.key(),
                        "group", wanted.group(),
                        "from", starts,
                        "value", wanted.value(),
                        "unit", wanted.unit(),
                        "directive", directive,
                        "why", wanted.reason()));
    }

    /** A value that has not begun is taken out again; the one before it goes on. */
    @Transactional
    public void withdraw(String key, String group, LocalDate starts, String reason) {
        hold();
        var value = judgement.beginning(key, group, starts);
        if (!starts.isAfter(businessDay.today())) {
            throw new RuleBroken("reference.wrong.has-begun", Dates.write(starts));
        }
        insert("WITHDRAWN", value, value.directiveId(), value.clause(), value.certainty(), reason, false);
        audit.changed(
                "reference.rule-withdrawn",
                new Subject("rule", null, null),
                Map.of(
                        "rule",
                        key,
                        "group",
                        group,
                        "from",
                        starts,
                        "value",
                        value.value(),
                        "directive",
                        value.directiveId()),
                Map.of("why", reason));
    }

    /** The value stays; where it stands is now known better. */
    @Transactional
    public void confirm(String key, String group, @Nullable LocalDate starts, WrittenSource source, String reason) {
        hold();
        var value = judgement.beginning(key, group, starts);
        refuse(judgement.problems(value, source));
        var directive = directives.known(source, value.starts());
        insert("CONFIRMED", value, directive, source.clause(), source.certainty(), reason, true);
        audit.changed(
                "reference.rule-confirmed",
                new Subject("rule", null, null),
                Map.of("directive", value.directiveId(), "clause", value.clause(), "certainty", value.certainty()),
                Map.of(
                        "rule",
                        key,
                        "group",
                        group,
                        "directive",
                        directive,
                        "clause",
                        source.clause(),
                        "certainty",
                        source.certainty(),
                        "why",
                        reason));
    }

    /** One at a time: what is judged here is still so when the act is carried out. */
    private void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reference.rule'))")
                .query((_, _) -> true)
                .single();
    }

    private static void refuse(List<RuleProblem> problems) {
        if (!problems.isEmpty()) {
            var first = problems.getFirst();
            throw new RuleBroken(first.key(), first.arguments().toArray());
        }
    }

    private void append(String kind, NewRuleValue wanted, LocalDate starts, String directive) {
        insert(
                kind,
                new HeldRule(
                        wanted.key(),
                        wanted.group(),
                        starts,
                        null,
                        wanted.value(),
                        wanted.unit(),
                        directive,
                        "",
                        Certainty.UNVERIFIED),
                directive,
                wanted.source().clause(),
                wanted.source().certainty(),
                wanted.reason(),
                false);
    }

    private void insert(
            String kind,
            HeldRule value,
            String directive,
            String clause,
            Certainty certainty,
            String reason,
            boolean confirms) {
        jdbc.sql("""
                        insert into reference.rule_act (kind, key, scope, starts, value, unit, directive_id, clause, certainty, reason,
                            former_directive_id, former_clause, former_certainty, done_on, recorded_by)
                        values (:kind, :key, :scope, :starts, :value, :unit, :directive, :clause, :certainty, :reason,
                            :formerDirective, :formerClause, :formerCertainty, :today, :username)
                        """)
                .param("kind", kind)
                .param("key", value.key())
                .param("scope", value.scope())
                .param("starts", value.starts(), java.sql.Types.DATE)
                .param("value", value.value())
                .param("unit", value.unit())
                .param("directive", directive)
                .param("clause", clause)
                .param("certainty", certainty.name())
                .param("reason", reason)
                .param("formerDirective", confirms ? value.directiveId() : null)
                .param("formerClause", confirms ? value.clause() : null)
                .param("formerCertainty", confirms ? value.certainty().name() : null)
                .param("today", businessDay.today())
                .param("username", Author.current().username())
                .update();
        rulebook.kept().changed();
    }
}

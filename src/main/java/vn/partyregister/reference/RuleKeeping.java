package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * The board keeps the rulebook: it adds a value from a day on, withdraws one that has not begun, confirms what was not sure.
 * Nothing that held before is changed by any of it.
 */
@Service
public class RuleKeeping {
    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final RuleValues values;
    private final Directives directives;
    private final List<RuleEffect> effects;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    RuleKeeping(
            JdbcClient jdbc,
            Rulebook rulebook,
            RuleValues values,
            Directives directives,
            ObjectProvider<RuleEffect> effects,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.values = values;
        this.directives = directives;
        this.effects = effects.orderedStream().toList();
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** What stands against a new value; nothing where it can be written. */
    public List<RuleProblem> problems(NewRuleValue wanted) {
        var problems = new ArrayList<RuleProblem>();
        values.problem(wanted.key(), wanted.value(), wanted.unit()).ifPresent(problems::add);
        var starts = wanted.starts();
        if (starts != null) {
            problems.addAll(directives.problems(wanted.source(), starts));
            ofTheDay(wanted, starts, problems);
        }
        return List.copyOf(problems);
    }

    private void ofTheDay(NewRuleValue wanted, LocalDate starts, List<RuleProblem> problems) {
        if (!knows(wanted.key(), wanted.group())) {
            throw new NotFound("reference.unknown-rule");
        }
        var held = heldOn(wanted.key(), wanted.group(), starts);
        if (held != null && !starts.isAfter(held.startsOrEver())) {
            problems.add(RuleProblem.of("starts", "reference.wrong.starts-already", Dates.write(starts)));
            return;
        }
        var change = change(wanted, starts);
        if (held != null && held.value().equals(wanted.value()) && held.unit().equals(wanted.unit())) {
            problems.add(RuleProblem.of("value", "reference.wrong.same-value", Dates.write(starts)));
        }
        var today = businessDay.today();
        if (change.isRetroactive(today)) {
            var judges = effects.stream()
                    .filter(effect -> effect.concerns(wanted.key()))
                    .toList();
            var judged = judges.stream()
                    .mapToLong(effect -> effect.judged(change, today))
                    .sum();
            if (judges.isEmpty()) {
                problems.add(RuleProblem.of("starts", "reference.wrong.past-unknown", Dates.write(today)));
            } else if (judged > 0) {
                problems.add(RuleProblem.of(
                        "starts", "reference.wrong.past-judged", judged, Dates.write(starts), Dates.write(today)));
            }
        }
    }

    /** The value beside the one it would take the place of; what has problems has no such thing. */
    public RuleChange change(NewRuleValue wanted, LocalDate starts) {
        var held = heldOn(wanted.key(), wanted.group(), starts);
        var ends = held != null
                ? held.ends()
                : jdbc.sql("""
                                select min(lower(valid)) as starts from reference.rule
                                where key = :key and scope = :scope and lower(valid) > :day
                                """)
                        .param("key", wanted.key())
                        .param("scope", wanted.group())
                        .param("day", starts)
                        .query((row, _) -> new Began(row.getObject("starts", LocalDate.class)))
                        .single()
                        .starts();
        return new RuleChange(
                wanted.key(),
                wanted.group(),
                starts,
                ends,
                held == null ? null : held.value(),
                held == null ? null : held.unit(),
                wanted.value(),
                wanted.unit());
    }

    /** What it would do to what the register holds, as far as somebody can tell. */
    public List<RuleEffect.Figure> figures(RuleChange change) {
        return effects.stream()
                .filter(effect -> effect.concerns(change.key()))
                .flatMap(effect -> effect.figures(change, businessDay.today()).stream())
                .toList();
    }

    /** Whether somebody can tell what was judged by a rule, so that it may be changed for days that are over. */
    public boolean isAccountedFor(String key) {
        return effects.stream().anyMatch(effect -> effect.concerns(key));
    }

    /** A value from a day on; the one before it ends the day before. */
    @Transactional
    public void add(NewRuleValue wanted) {
        var starts = wanted.starts();
        refuse(problems(wanted));
        if (starts == null) {
            throw new RuleBroken("reference.missing.starts");
        }
        var change = change(wanted, starts);
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
        var value = beginning(key, group, starts);
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

    /** What stands against a better source; nothing where it can be written. */
    public List<RuleProblem> problems(Held value, WrittenSource source) {
        var problems = new ArrayList<RuleProblem>();
        if (source.certainty().compareTo(value.certainty()) >= 0) {
            problems.add(RuleProblem.of("certainty", "reference.wrong.not-surer"));
        }
        problems.addAll(directives.problems(source, value.starts()));
        return List.copyOf(problems);
    }

    /** The value stays; where it stands is now known better. */
    @Transactional
    public void confirm(String key, String group, @Nullable LocalDate starts, WrittenSource source, String reason) {
        var value = beginning(key, group, starts);
        refuse(problems(value, source));
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

    /** The value that begins on a day. */
    public Held beginning(String key, String group, @Nullable LocalDate starts) {
        return jdbc.sql(Held.SELECT + "and lower(r.valid) is not distinct from cast(:day as date)")
                .param("key", key)
                .param("scope", group)
                .param("day", starts)
                .query(new RecordRows<>(Held.class))
                .optional()
                .orElseThrow(() -> new NotFound("reference.unknown-rule"));
    }

    private @Nullable Held heldOn(String key, String group, LocalDate day) {
        return jdbc.sql(Held.SELECT + "and r.valid @> cast(:day as date)")
                .param("key", key)
                .param("scope", group)
                .param("day", day)
                .query(new RecordRows<>(Held.class))
                .optional()
                .orElse(null);
    }

    private boolean knows(String key, String group) {
        return jdbc.sql("select exists (select from reference.rule where key = :key and scope = :scope)")
                .param("key", key)
                .param("scope", group)
                .query(Boolean.class)
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
                new Held(
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
            Held value,
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
        rulebook.changed();
    }

    private record Began(@Nullable LocalDate starts) {}

    /** A value as it stands in the book. */
    public record Held(
            String key,
            String scope,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            String value,
            String unit,
            String directiveId,
            String clause,
            Certainty certainty) {
        private static final String SELECT = """
                select r.key, r.scope, lower(r.valid) as starts, upper(r.valid) as ends, r.value, r.unit, r.directive_id, r.clause, r.certainty
                from reference.rule r where r.key = :key and r.scope = :scope\s""";

        LocalDate startsOrEver() {
            return starts == null ? LocalDate.MIN : starts;
        }
    }
}

package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;

/** Judges a change of the rulebook before it is made: what stands against it, and what it would do. */
@Service
public class RuleJudgement {
    private final JdbcClient jdbc;
    private final RuleValues values;
    private final Directives directives;
    private final List<RuleEffect> effects;
    private final BusinessDay businessDay;

    RuleJudgement(
            JdbcClient jdbc,
            RuleValues values,
            Directives directives,
            ObjectProvider<RuleEffect> effects,
            BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.values = values;
        this.directives = directives;
        this.effects = effects.orderedStream().toList();
        this.businessDay = businessDay;
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
            var judges = isAccountedFor(wanted.key()) ? concerned(wanted.key()) : List.<RuleEffect>of();
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
        return concerned(change.key()).stream()
                .flatMap(effect -> effect.figures(change, businessDay.today()).stream())
                .toList();
    }

    /** Whether somebody can tell what was judged by a rule, so that it may be changed for days that are over. */
    public boolean isAccountedFor(String key) {
        var concerned = concerned(key);
        return !concerned.isEmpty() && concerned.stream().allMatch(effect -> effect.accountsFor(key));
    }

    private List<RuleEffect> concerned(String key) {
        return effects.stream().filter(effect -> effect.concerns(key)).toList();
    }

    /** What stands against a better source; nothing where it can be written. */
    public List<RuleProblem> problems(HeldRule value, WrittenSource source) {
        var problems = new ArrayList<RuleProblem>();
        if (source.certainty().compareTo(value.certainty()) >= 0) {
            problems.add(RuleProblem.of("certainty", "reference.wrong.not-surer"));
        }
        problems.addAll(directives.problems(source, value.starts()));
        return List.copyOf(problems);
    }

    /** The value that a page is asked for: the one that begins on a day, or the last there is where no day is named. */
    public HeldRule asked(String key, String group, @Nullable LocalDate starts) {
        return starts != null
                ? beginning(key, group, starts)
                : jdbc.sql(HeldRule.SELECT + "order by lower(r.valid) desc nulls last limit 1")
                        .param("key", key)
                        .param("scope", group)
                        .query(new RecordRows<>(HeldRule.class))
                        .optional()
                        .orElseThrow(() -> new NotFound("reference.unknown-rule"));
    }

    /** The value that begins on a day. */
    public HeldRule beginning(String key, String group, @Nullable LocalDate starts) {
        return jdbc.sql(HeldRule.SELECT + "and lower(r.valid) is not distinct from cast(:day as date)")
                .param("key", key)
                .param("scope", group)
                .param("day", starts)
                .query(new RecordRows<>(HeldRule.class))
                .optional()
                .orElseThrow(() -> new NotFound("reference.unknown-rule"));
    }

    private @Nullable HeldRule heldOn(String key, String group, LocalDate day) {
        return jdbc.sql(HeldRule.SELECT + "and r.valid @> cast(:day as date)")
                .param("key", key)
                .param("scope", group)
                .param("day", day)
                .query(new RecordRows<>(HeldRule.class))
                .optional()
                .orElse(null);
    }

    private boolean knows(String key, String group) {
        return jdbc.sql("""
                        select exists (select from reference.rule where key = :key and scope = :scope)
                            or exists (select from reference.rule_group where key = :key and scope = :scope)
                        """)
                .param("key", key)
                .param("scope", group)
                .query(Boolean.class)
                .single();
    }

    private record Began(@Nullable LocalDate starts) {}
}

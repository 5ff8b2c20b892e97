package vn.partyregister.transfer;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Term;

/** By when a transfer must begin and its letter be presented, and how long a temporary one may last, as the rulebook says. */
@Component
class Deadlines {
    private static final String STUDY = "STUDY";

    private final JdbcClient jdbc;
    private final Rulebook rulebook;

    Deadlines(JdbcClient jdbc, Rulebook rulebook) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
    }

    /** To begin, counted from the decision. */
    Deadline begins(TransferKind kind, LocalDate decidedOn) {
        return of(kind.rule("start"), decidedOn);
    }

    /** To present the letter to the receiving cell, counted from the day it is out. */
    Deadline presents(TransferKind kind, LocalDate introducedOn) {
        return of(kind.rule("presentation"), introducedOn);
    }

    private Deadline of(String key, LocalDate from) {
        var rules = rulebook.on(from);
        return rules.know(key) ? of(rules.term(key), from) : Deadline.NONE;
    }

    private Deadline of(Rule<Term> rule, LocalDate from) {
        var last = jdbc.sql("select reference.last_day(:from, :amount, :unit) as last")
                .param("from", from)
                .param("amount", rule.value().amount())
                .param("unit", rule.value().unit().name())
                .query((row, _) -> new Last(row.getObject("last", LocalDate.class)))
                .single();
        return new Deadline(last.day(), rule.source());
    }

    /** A temporary transfer lasts as long as the rules want: shorter ones are none, longer ones are official. */
    void requireTemporary(LocalDate from, LocalDate returnsOn, String ground) {
        var rules = rulebook.on(from);
        var least = rules.period("temporary-transfer-at-least");
        if (returnsOn.isBefore(from.plus(least.value()).minusDays(1))) {
            throw tooLongOrShort(
                    least, "transfer.too-short", from.plus(least.value()).minusDays(1));
        }
        var most = STUDY.equals(ground)
                ? rules.period("temporary-transfer-of-students-at-most")
                : rules.period("temporary-transfer-less-than");
        var last = STUDY.equals(ground)
                ? from.plus(most.value()).minusDays(1)
                : from.plus(most.value()).minusDays(2);
        if (returnsOn.isAfter(last)) {
            throw tooLongOrShort(most, "transfer.too-long", last);
        }
    }

    /**
     * A stay that is extended lasts, with its first term, as long as the rules of the day of the paper want.
     *
     * @param ground why they are there; null where nobody has said
     */
    void requireExtended(LocalDate from, LocalDate until, @Nullable String ground, LocalDate paper) {
        var rules = rulebook.on(paper);
        var study = STUDY.equals(ground);
        var most = rules.period(
                study ? "temporary-stay-extended-of-students-at-most" : "temporary-stay-extended-less-than");
        var last = from.plus(most.value()).minusDays(study ? 1 : 2);
        if (until.isAfter(last)) {
            throw tooLongOrShort(most, "transfer.extension.too-long", last);
        }
    }

    private static RuleBroken tooLongOrShort(Rule<Period> rule, String key, LocalDate day) {
        return new RuleBroken(rule.source(), key, Dates.write(day));
    }

    private record Last(@Nullable LocalDate day) {}
}

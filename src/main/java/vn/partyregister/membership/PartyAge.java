package vn.partyregister.membership;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.reference.Rules;

/**
 * Party age (tuổi Đảng) to the day, with each step and the rule it follows: from the decision to admit, less the time that
 * is left out. Computed for one member here, for lists by the function {@code membership.party_age}.
 *
 * @param entry when and how they came in, as the computation reads it
 * @param begins the day it runs from
 * @param beginsBy the rule that says so
 * @param breaks whatever may interrupt it, the oldest first
 * @param leftOut how many days are left out, days that lie in two breaks once
 * @param on the day it is asked for
 */
public record PartyAge(
        Entry entry, LocalDate begins, RuleSource beginsBy, List<Break> breaks, long leftOut, LocalDate on) {
    private static final String BY_DECISION = "DECISION_DAY";
    private static final String LEFT_OUT = "LEFT_OUT";

    public PartyAge {
        breaks = List.copyOf(breaks);
    }

    /**
     * Computes it.
     *
     * @param told what the register tells that may interrupt it
     */
    static PartyAge of(Entry entry, List<Told> told, Rules rules, LocalDate on) {
        var begin = rules.text("party-age-begins");
        var decided = begin.value().equals(BY_DECISION) ? entry.decidedOn() : null;
        var begins = decided == null ? entry.joinedOn() : decided;
        var grounds = rules.ofGroups("party-age-interruption");
        var breaks = told.stream()
                .sorted(Comparator.comparing(Told::from))
                .map(one -> {
                    var rule = grounds.get(one.ground());
                    return new Break(
                            one.ground(),
                            one.from(),
                            one.until(),
                            rule != null && rule.value().equals(LEFT_OUT),
                            rule == null ? null : rule.source());
                })
                .toList();
        return new PartyAge(
                entry,
                begins,
                decided == null ? rules.text("party-age-without-decision").source() : begin.source(),
                breaks,
                leftOut(breaks, begins, on),
                on);
    }

    private static long leftOut(List<Break> breaks, LocalDate begins, LocalDate on) {
        var days = 0L;
        var reached = begins;
        for (var one : breaks) {
            var until = one.until();
            var from = one.from().isBefore(reached) ? reached : one.from();
            var last = until == null || until.isAfter(on) ? on : until;
            if (one.leftOut() && from.isBefore(last)) {
                days += ChronoUnit.DAYS.between(from, last);
                reached = last;
            }
        }
        return days;
    }

    /** The day it would have begun, had nothing interrupted it: every full year is counted from here. */
    public LocalDate countedFrom() {
        return begins.plusDays(leftOut);
    }

    /** The day on which so many years are full. */
    public LocalDate reaches(int years) {
        return countedFrom().plusYears(years);
    }

    /** Full years on the day it is asked for: the very day on which they are full counts. */
    public int years() {
        var years = (int) ChronoUnit.YEARS.between(countedFrom(), on);
        return reaches(years + 1).isAfter(on) ? Math.max(0, years) : years + 1;
    }

    /** What is over the full years. */
    public Period over() {
        var full = reaches(years());
        return full.isAfter(on) ? Period.ZERO : Period.between(full, on);
    }

    /** The probation that was: from the ceremony to the day they became official; null for who is not official. */
    public @Nullable Period probation() {
        var official = entry.officialOn();
        return official == null ? null : Period.between(entry.joinedOn(), official);
    }

    /** Whether it is theirs: probation is over, and party age counts from the decision. */
    public boolean isTheirs() {
        return entry.official();
    }

    /**
     * How somebody came in.
     *
     * @param decidedOn the decision to admit; null where it is not kept
     * @param officialOn when probation ended
     * @param official whether they stand, or last stood, as an official member
     */
    public record Entry(
            @Nullable LocalDate decidedOn,
            LocalDate joinedOn,
            @Nullable LocalDate officialOn,
            boolean official) {}

    /**
     * A time that may interrupt party age, as the register tells it.
     *
     * @param until the day membership went on; null while it lasts
     */
    record Told(String ground, LocalDate from, @Nullable LocalDate until) {}

    /**
     * The same, judged.
     *
     * @param leftOut whether the rulebook leaves it out
     * @param rule the rule that says so; null where the book says nothing
     */
    public record Break(
            String ground,
            LocalDate from,
            @Nullable LocalDate until,
            boolean leftOut,
            @Nullable RuleSource rule) {
        /** How many days it takes; null while it lasts. */
        public @Nullable Long days() {
            return until == null ? null : ChronoUnit.DAYS.between(from, until);
        }
    }

    /**
     * How long probation lasted under the charter of the day somebody joined.
     *
     * @param group whom it bound; null for everybody
     */
    public record UnderCharter(@Nullable String group, String months, RuleSource source) {}
}

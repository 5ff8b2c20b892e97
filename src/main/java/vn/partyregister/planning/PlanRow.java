package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan.
 *
 * @param organiser the name of the committee that made it
 * @param leads whether the reader sees that committee itself
 * @param target how many are to be admitted in all; null where nothing was set
 */
public record PlanRow(
        UUID id,
        UUID organisation,
        String organiser,
        boolean leads,
        PlanKind kind,
        String name,
        LocalDate fromOn,
        LocalDate toOn,
        String decisionNumber,
        LocalDate decidedOn,
        String issuer,
        @Nullable Integer target) {
    /** What is counted of it up to a day. */
    Span spanTo(LocalDate today) {
        return new Span(fromOn, today.isBefore(toOn) ? today : toOn);
    }

    /** The same stretch of the period before: as many years earlier as the plan has, a part of a year being one. */
    Span spanBefore(LocalDate today) {
        var length = fromOn.until(toOn.plusDays(1));
        var years = length.getYears() + (length.getMonths() + length.getDays() > 0 ? 1 : 0);
        var now = spanTo(today);
        return new Span(now.from().minusYears(years), now.to().minusYears(years));
    }

    /** From a day to a day, both inclusive; nothing where the first lies behind the last. */
    record Span(LocalDate from, LocalDate to) {}
}

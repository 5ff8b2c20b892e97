package vn.partyregister.statistics;

import java.time.LocalDate;

/**
 * A kind of period that committees close (kỳ khóa sổ): a month, a quarter, a half-year, a year.
 *
 * @param months how many it has; it begins with a month that follows a whole number of them in the year
 * @param dueRule the rule that says until when it is closed
 */
public record PeriodKind(String code, int months, String label, String dueRule) {
    /** The period of this kind that a day lies in. */
    Period around(LocalDate day) {
        return around(day, months);
    }

    static Period around(LocalDate day, int months) {
        var begins = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
        return new Period(begins, begins.plusMonths(months).minusDays(1));
    }

    /** The last one that is over, or ends, by a day. */
    static Period lastBy(LocalDate day, int months) {
        var running = around(day, months);
        return running.to().isAfter(day) ? around(running.eve(), months) : running;
    }
}

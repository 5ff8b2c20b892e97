package vn.partyregister.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.util.Assert;
import vn.partyregister.platform.Parameters;

/** A period of a form, both ends inclusive. */
public record Period(LocalDate from, LocalDate to) {
    /** No register of the Party tells of days before. */
    private static final int FIRST_YEAR = 1900;

    public Period {
        Assert.isTrue(!from.isAfter(to), "a period that ends before it begins");
    }

    /** The year up to a day. */
    public static Period yearTo(LocalDate day) {
        return new Period(day.withDayOfYear(1), day);
    }

    /**
     * What an address asks for. An end alone means its year up to it; where the two ends make no period, or lie where
     * nothing can have been recorded yet, they are named as unreadable and the year to date stands in.
     */
    public static Period read(Parameters given, LocalDate today) {
        var from = given.day("from");
        var to = given.day("to");
        if (to != null && to.isAfter(today)) {
            given.leaveOut("to");
            to = null;
        }
        var end = to == null ? today : to;
        if (from == null) {
            return yearTo(end);
        }
        if (from.isAfter(end) || from.getYear() < FIRST_YEAR) {
            given.leaveOut("from");
            return yearTo(end);
        }
        return new Period(from, end);
    }

    /** The day before: who stands on it opens the period. */
    public LocalDate eve() {
        return from.minusDays(1);
    }

    /** The same days a year earlier; the end of a month stays one. */
    public Period aYearEarlier() {
        return new Period(
                aYearEarlier(from, from.getDayOfMonth() > 28 && isEndOfMonth(from)),
                aYearEarlier(to, isEndOfMonth(to)));
    }

    private static LocalDate aYearEarlier(LocalDate day, boolean endOfMonth) {
        var earlier = day.minusYears(1);
        return endOfMonth ? YearMonth.from(earlier).atEndOfMonth() : earlier;
    }

    private static boolean isEndOfMonth(LocalDate day) {
        return day.equals(YearMonth.from(day).atEndOfMonth());
    }
}

package vn.partyregister.platform;

import java.time.LocalDate;

/**
 * Two days beside each other.
 *
 * @param from the end of this day is compared with the end of {@code to}
 */
public record TwoDays(LocalDate from, LocalDate to) {
    /** Those that an address asks for; the year to date where it does not say, or says what cannot be. */
    public static TwoDays read(Parameters given, LocalDate today) {
        var to = given.day("to");
        if (to != null && to.isAfter(today)) {
            given.leaveOut("to");
            to = null;
        }
        var end = to == null ? today : to;
        var from = given.day("from");
        if (from != null && from.isAfter(end)) {
            given.leaveOut("from");
            from = null;
        }
        return new TwoDays(from == null ? end.withDayOfYear(1).minusDays(1) : from, end);
    }
}

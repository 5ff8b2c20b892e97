package vn.partyregister.reference;

import java.time.Period;

/**
 * A stretch of time as a directive gives it. Where it ends is told by {@link WorkingDays#lastDay}.
 *
 * @param amount how many of the unit
 */
public record Term(int amount, Unit unit) {
    /** The same on the calendar, which working days have no place on. */
    Period period() {
        return switch (unit) {
            case YEARS -> Period.ofYears(amount);
            case MONTHS -> Period.ofMonths(amount);
            case DAYS -> Period.ofDays(amount);
            case WORKING_DAYS -> throw new IllegalStateException(amount + " working days are no period");
        };
    }

    /** What a term is counted in. */
    public enum Unit {
        YEARS,
        MONTHS,
        DAYS,
        WORKING_DAYS
    }
}

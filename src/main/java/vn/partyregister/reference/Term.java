package vn.partyregister.reference;

/**
 * A stretch of time as a directive gives it. Where it ends is told by {@link WorkingDays#lastDay}.
 *
 * @param amount how many of the unit
 */
public record Term(int amount, Unit unit) {
    /** What a term is counted in. */
    public enum Unit {
        YEARS,
        MONTHS,
        DAYS,
        WORKING_DAYS
    }
}

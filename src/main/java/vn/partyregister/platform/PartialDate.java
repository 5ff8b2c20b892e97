package vn.partyregister.platform;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/**
 * A date of which the day, or the day and the month, may be unknown: birth dates of old members.
 *
 * @param earliest the first day it may mean: the day itself, the first of the month, or the first of January
 */
@Embeddable
public record PartialDate(
        LocalDate earliest, @Enumerated(EnumType.STRING) Precision precision) {
    /** How much of the date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    public PartialDate {
        var first =
                switch (precision) {
                    case DAY -> earliest;
                    case MONTH -> earliest.withDayOfMonth(1);
                    case YEAR -> earliest.withDayOfYear(1);
                };
        if (!first.equals(earliest)) {
            throw new IllegalArgumentException("a date known to the " + precision + " starts at " + first);
        }
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day, Precision.DAY);
    }

    public static PartialDate of(YearMonth month) {
        return new PartialDate(month.atDay(1), Precision.MONTH);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(LocalDate.of(year, 1, 1), Precision.YEAR);
    }

    /** The last day it may mean. */
    public LocalDate latest() {
        return switch (precision) {
            case DAY -> earliest;
            case MONTH -> YearMonth.from(earliest).atEndOfMonth();
            case YEAR -> earliest.withDayOfYear(earliest.lengthOfYear());
        };
    }

    /** As written: dd/MM/yyyy, MM/yyyy or yyyy. */
    @Override
    public String toString() {
        return switch (precision) {
            case DAY -> DAY.format(earliest);
            case MONTH -> MONTH.format(earliest);
            case YEAR -> Integer.toString(earliest.getYear());
        };
    }
}

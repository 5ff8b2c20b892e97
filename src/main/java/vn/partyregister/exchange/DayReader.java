package vn.partyregister.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;

/** Reads days, and dates of which only the month or the year is known. */
final class DayReader {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 3_654;
    private static final int LAST_SERIAL = 109_205;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,6}(\\.0+)?");
    private static final Pattern TIME = Pattern.compile("[T ]\\s*\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
    private static final Pattern WRITTEN_DAY = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");
    private static final Pattern WRITTEN_MONTH = Pattern.compile("\\d{2}/\\d{4}");
    private static final Pattern LIKE_A_DAY =
            Pattern.compile("\\d{1,2}[-./ ]+\\d{1,2}[-./ ]+\\d{4}|\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-./ ]+\\d{1,2}[-./ ]+\\d{2}");
    private static final Pattern UNKNOWN_PARTS = Pattern.compile("^0{1,2}[-./](?:0{1,2}[-./])?(?=\\d)");

    private DayReader() {}

    /** A cell that a spreadsheet holds as a date. */
    static Reading ofDate(String iso, Column column) {
        try {
            var day = LocalDate.parse(iso.substring(0, Math.min(iso.length(), "yyyy-MM-dd".length())));
            return switch (column.form()) {
                case DATE, PARTIAL_DATE -> plausible(day);
                case TEXT, NAME, CODE, NUMBER, SECRET_NUMBER, YES_NO ->
                    Reading.rejected("exchange.cell.turned-into-a-date");
            };
        } catch (DateTimeException _) {
            return Reading.rejected("exchange.cell.not-a-date");
        }
    }

    static Reading day(String text) {
        var written = WRITTEN_DAY.matcher(text).matches() ? Dates.read(text) : Optional.<LocalDate>empty();
        return written.map(DayReader::plausible).orElseGet(() -> dayOtherwiseWritten(text));
    }

    private static Reading dayOtherwiseWritten(String text) {
        var bare = TIME.matcher(text).replaceFirst("");
        if (SERIAL.matcher(bare).matches() && bare.length() > "yyyy".length()) {
            return serial(new BigDecimal(bare));
        }
        var read = Dates.read(spaced(bare));
        if (read.isPresent()) {
            var reading = plausible(read.get());
            return reading.isRejected() || WRITTEN_DAY.matcher(text).matches()
                    ? reading
                    : reading.repaired("exchange.cell.date-form", Dates.write(read.get()));
        }
        if (Dates.readPartial(bare).isPresent()) {
            return Reading.rejected("exchange.cell.day-missing");
        }
        return Reading.rejected(whyNoDay(bare));
    }

    static Reading partial(String text) {
        var bare = UNKNOWN_PARTS.matcher(TIME.matcher(text).replaceFirst("")).replaceFirst("");
        if (SERIAL.matcher(bare).matches() && bare.length() > "yyyy".length()) {
            return serial(new BigDecimal(bare));
        }
        var read = Dates.readPartial(spaced(bare));
        if (read.isEmpty()) {
            return Reading.rejected(whyNoDay(bare));
        }
        var date = read.get();
        var reading = plausible(date.earliest());
        if (reading.isRejected()) {
            return reading;
        }
        var asMeant = Reading.of(canonical(date));
        return text.equals(bare) && isWrittenOut(text) ? asMeant : asMeant.repaired("exchange.cell.date-form", date);
    }

    private static boolean isWrittenOut(String text) {
        return WRITTEN_DAY.matcher(text).matches()
                || WRITTEN_MONTH.matcher(text).matches()
                || YEAR.matcher(text).matches();
    }

    private static String canonical(PartialDate date) {
        var iso = date.earliest().toString();
        return switch (date.precision()) {
            case DAY -> iso;
            case MONTH -> iso.substring(0, "yyyy-MM".length());
            case YEAR -> iso.substring(0, "yyyy".length());
        };
    }

    private static String spaced(String text) {
        return LIKE_A_DAY.matcher(text).matches() && text.contains(" ") ? text.replaceAll("[-./ ]+", "/") : text;
    }

    private static String whyNoDay(String text) {
        if (LIKE_A_DAY.matcher(text).matches()) {
            return "exchange.cell.no-such-day";
        }
        return SHORT_YEAR.matcher(text).matches() ? "exchange.cell.short-year" : "exchange.cell.not-a-date";
    }

    /** The number behind a date whose cell lost its form. */
    static Reading serial(BigDecimal number) {
        if (isYear(number)) {
            return Reading.rejected("exchange.cell.day-missing");
        }
        if (number.compareTo(BigDecimal.valueOf(FIRST_SERIAL)) < 0
                || number.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0) {
            return Reading.rejected("exchange.cell.not-a-date");
        }
        var day = DAY_ZERO.plusDays(number.longValue());
        return Reading.of(day.toString()).repaired("exchange.cell.serial", Dates.write(day));
    }

    private static Reading plausible(LocalDate day) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                ? Reading.rejected("exchange.cell.not-a-date")
                : Reading.of(day.toString());
    }

    static boolean isYear(BigDecimal number) {
        return NumberReader.isWhole(number)
                && number.compareTo(BigDecimal.valueOf(FIRST_YEAR)) >= 0
                && number.compareTo(BigDecimal.valueOf(LAST_YEAR)) <= 0;
    }
}

package vn.partyregister.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as Vietnamese papers write them, read strictly: 31/02 is no date. */
public final class Dates {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[-./]\\s*");
    private static final Pattern ISO_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DAY_FORM = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");
    private static final Pattern MONTH_FORM = Pattern.compile("\\d{1,2}/\\d{4}");
    private static final Pattern YEAR_FORM = Pattern.compile("\\d{4}");

    private Dates() {}

    /** dd/MM/yyyy. */
    public static String write(LocalDate day) {
        return WRITTEN.format(day);
    }

    /** Reads d/M/yyyy (also with dots or hyphens) or yyyy-MM-dd; empty where it is no date. */
    public static Optional<LocalDate> read(String written) {
        var text = written.strip();
        try {
            if (ISO_FORM.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text, ISO));
            }
            var plain = SEPARATOR.matcher(text).replaceAll("/");
            return DAY_FORM.matcher(plain).matches() ? Optional.of(LocalDate.parse(plain, READ)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Reads what {@link #read} reads, and M/yyyy or yyyy besides. */
    public static Optional<PartialDate> readPartial(String written) {
        var plain = SEPARATOR.matcher(written.strip()).replaceAll("/");
        try {
            if (YEAR_FORM.matcher(plain).matches()) {
                var year = Integer.parseInt(plain);
                return year == 0 ? Optional.empty() : Optional.of(PartialDate.ofYear(year));
            }
            if (MONTH_FORM.matcher(plain).matches()) {
                var parts = plain.split("/");
                return Optional.of(
                        PartialDate.of(YearMonth.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))));
            }
        } catch (DateTimeException _) {
            return Optional.empty();
        }
        return read(written).map(PartialDate::of);
    }
}

package vn.partyregister.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.FormulaGuard;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;

/** Reads one cell as its column means it: as meant where that is certain, refused where it is not. */
final class CellReader {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 30;
    /** Spreadsheets keep fifteen digits of a number; later ones are zeros. */
    private static final int KEPT_DIGITS = 15;

    private static final int ZEROS_LOST_AT_MOST = 3;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 3_654;
    private static final int LAST_SERIAL = 109_205;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\uD800-\\uDFFF&&[^\\x{10000}-\\x{10FFFF}]]");
    private static final Pattern STARRED = Pattern.compile("\\*+[\\p{L}\\d]{0,4}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+");
    private static final Pattern WHOLE_WITH_FRACTION = Pattern.compile("(\\d+)[.,]0+");
    private static final Pattern GROUPED = Pattern.compile("\\d+([ .\\-]\\d+)+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,6}(\\.0+)?");
    private static final Pattern TIME = Pattern.compile("[T ]\\s*\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
    private static final Pattern WRITTEN_DAY = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");
    private static final Pattern WRITTEN_MONTH = Pattern.compile("\\d{2}/\\d{4}");
    private static final Pattern LIKE_A_DAY =
            Pattern.compile("\\d{1,2}[-./ ]+\\d{1,2}[-./ ]+\\d{4}|\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-./ ]+\\d{1,2}[-./ ]+\\d{2}");
    private static final Pattern UNKNOWN_PARTS = Pattern.compile("^0{1,2}[-./](?:0{1,2}[-./])?(?=\\d)");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Set<String> YES = Set.of("x", "co", "yes", "true", "1", "dung", "v", "y");
    private static final Set<String> NO = Set.of("khong", "no", "false", "0", "sai", "n");

    private final Codes codes;
    private final Map<String, Optional<String>> known = new HashMap<>();

    CellReader(Codes codes) {
        this.codes = codes;
    }

    /** Reads a cell; not given where it is empty, blank or masked. */
    Reading read(Cell cell, Column column) {
        return switch (cell.kind()) {
            case EMPTY -> Reading.NOT_GIVEN;
            case FORMULA -> Reading.rejected("exchange.cell.formula");
            case ERROR -> Reading.rejected("exchange.cell.error");
            case DATE -> ofDate(cell.text(), column);
            case NUMBER -> ofNumber(cell.text(), column);
            case TEXT, BOOLEAN -> ofText(cell.text(), column);
        };
    }

    private Reading ofText(String raw, Column column) {
        var findings = new ArrayList<Finding>();
        var text = cleaned(raw, findings);
        if (text.isEmpty() || isMasked(text)) {
            return Reading.NOT_GIVEN;
        }
        return meant(text, column).after(findings);
    }

    private static boolean isMasked(String text) {
        return text.indexOf('•') >= 0 || STARRED.matcher(text).matches();
    }

    private Reading meant(String text, Column column) {
        return switch (column.form()) {
            case TEXT -> words(text, LONGEST_TEXT);
            case NAME -> words(text, LONGEST_NAME);
            case DATE -> day(text);
            case PARTIAL_DATE -> partialDate(text);
            case CODE -> code(text, column);
            case NUMBER, SECRET_NUMBER -> number(text, column);
            case YES_NO -> yesOrNo(text);
        };
    }

    /** Composed, without control characters and stray spaces, our own neutralising undone. */
    private static String cleaned(String raw, List<Finding> findings) {
        var text = FormulaGuard.unguard(raw);
        var plain = mayHoldControls(text) ? CONTROLS.matcher(text).replaceAll("") : text;
        if (!plain.equals(text)) {
            findings.add(Finding.repaired("exchange.cell.control"));
        }
        var composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        if (!composed.equals(plain)) {
            findings.add(Finding.repaired("exchange.cell.decomposed"));
        }
        var tidy = VietnameseText.tidy(composed);
        if (!tidy.equals(composed) && !tidy.isEmpty()) {
            findings.add(Finding.repaired("exchange.cell.spaces"));
        }
        return tidy;
    }

    /** Spares nearly every cell the expression. */
    private static boolean mayHoldControls(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at)) || Character.isSurrogate(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static Reading words(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            return Reading.rejected("exchange.cell.too-long", longest);
        }
        var placed = TonePosition.placed(text);
        return placed.equals(text) ? Reading.of(text) : Reading.of(placed).repaired("exchange.cell.tone", placed);
    }

    private Reading code(String text, Column column) {
        var list = Objects.requireNonNull(column.list());
        return known.computeIfAbsent(list + '\n' + text, _ -> codes.match(list, text))
                .map(Reading::of)
                .orElseGet(() -> Reading.rejected("exchange.cell.unknown-code"));
    }

    private static Reading yesOrNo(String text) {
        var folded = NOT_WORD.matcher(VietnameseText.folded(text)).replaceAll("");
        if (YES.contains(folded)) {
            return Reading.of("true");
        }
        return NO.contains(folded) ? Reading.of("false") : Reading.rejected("exchange.cell.not-yes-or-no");
    }

    // Numbers

    private Reading ofNumber(String stored, Column column) {
        var exact = exact(stored);
        if (exact.isEmpty()) {
            return Reading.rejected("exchange.cell.error");
        }
        var number = exact.get();
        return switch (column.form()) {
            case NUMBER, SECRET_NUMBER -> digits(number, column);
            case DATE -> isWhole(number) ? serial(number) : Reading.rejected("exchange.cell.not-a-date");
            case PARTIAL_DATE ->
                isYear(number) ? Reading.of(number.toBigInteger().toString()) : serial(number);
            case TEXT, NAME, CODE, YES_NO -> meant(number.toPlainString(), column);
        };
    }

    private static Reading digits(BigDecimal number, Column column) {
        if (!isWhole(number) || number.signum() < 0) {
            return Reading.rejected("exchange.cell.not-a-number");
        }
        var digits = number.toBigInteger().toString();
        if (digits.length() > KEPT_DIGITS) {
            return Reading.rejected("exchange.cell.digits-lost");
        }
        return fitted(digits, column, List.of());
    }

    private static Reading number(String text, Column column) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return Reading.rejected("exchange.cell.digits-lost");
        }
        var findings = new ArrayList<Finding>();
        var plain = text;
        var fraction = WHOLE_WITH_FRACTION.matcher(text);
        if (fraction.matches()) {
            plain = fraction.group(1);
            findings.add(Finding.repaired("exchange.cell.fraction", plain));
        } else if (GROUPED.matcher(text).matches() && !column.lengths().isEmpty()) {
            plain = text.replaceAll("\\D", "");
            findings.add(Finding.repaired("exchange.cell.grouped", column.form() == Form.SECRET_NUMBER ? "" : plain));
        }
        return fitted(plain, column, findings);
    }

    /** Of a permitted length, leading zeros given back. */
    private static Reading fitted(String text, Column column, List<Finding> findings) {
        if (text.length() > LONGEST_NUMBER) {
            return Reading.rejected("exchange.cell.too-long", LONGEST_NUMBER);
        }
        if (column.lengths().isEmpty() || column.lengths().contains(text.length())) {
            return Reading.of(text).after(findings);
        }
        var whole = column.lengths().stream()
                .filter(length -> length > text.length() && length - text.length() <= ZEROS_LOST_AT_MOST)
                .findFirst();
        if (whole.isEmpty() || !DIGITS.matcher(text).matches()) {
            return Reading.rejected(
                            "exchange.cell.wrong-length",
                            column.lengths().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .after(findings);
        }
        return Reading.of("0".repeat(whole.get() - text.length()) + text)
                .repaired("exchange.cell.zeros-lost", whole.get())
                .after(findings);
    }

    private static Optional<BigDecimal> exact(String stored) {
        try {
            return Optional.of(new BigDecimal(stored.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isYear(BigDecimal number) {
        return isWhole(number)
                && number.compareTo(BigDecimal.valueOf(FIRST_YEAR)) >= 0
                && number.compareTo(BigDecimal.valueOf(LAST_YEAR)) <= 0;
    }

    // Dates

    private static Reading ofDate(String iso, Column column) {
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

    private static Reading day(String text) {
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

    private static Reading partialDate(String text) {
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
    private static Reading serial(BigDecimal number) {
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
}

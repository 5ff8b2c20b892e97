package vn.partyregister.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.partyregister.exchange.Column.Form;

/** Reads numbers that name something: digits that must not be lost, of a length that the column permits. */
final class NumberReader {
    private static final int LONGEST = 30;
    /** Spreadsheets keep fifteen digits of a number; later ones are zeros. */
    private static final int KEPT_DIGITS = 15;

    /** Nine digits in a column of twelve are no citizen number but a former identity number in the wrong column. */
    private static final int ZEROS_LOST_AT_MOST = 2;

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+");
    private static final Pattern WHOLE_WITH_FRACTION = Pattern.compile("(\\d+)[.,]0+");
    private static final Pattern GROUPED = Pattern.compile("\\d+([ .\\-]\\d+)+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private NumberReader() {}

    /** A number as a spreadsheet stores it. */
    static Reading digits(BigDecimal number, Column column) {
        if (!isWhole(number) || number.signum() < 0) {
            return Reading.rejected("exchange.cell.not-a-number");
        }
        var digits = number.toBigInteger().toString();
        if (digits.length() > KEPT_DIGITS) {
            return Reading.rejected("exchange.cell.digits-lost");
        }
        var read = fitted(digits, column, List.of());
        return read.findings().isEmpty() ? read.repaired("exchange.cell.numeric") : read;
    }

    /** A number as somebody has written it. */
    static Reading number(String text, Column column) {
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
        if (text.length() > LONGEST) {
            return Reading.rejected("exchange.cell.too-long", LONGEST);
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

    static Optional<BigDecimal> exact(String stored) {
        try {
            return Optional.of(new BigDecimal(stored.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}

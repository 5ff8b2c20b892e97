package vn.partyregister.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A number as a workbook stores it: a number, or a day where its format shows it as one. */
final class NumberCell {
    /** Beyond it no spreadsheet stores a number. */
    private static final int MOST_DIGITS = 400;

    private NumberCell() {}

    static Cell of(String stored, boolean date, boolean from1904, @Nullable String font) {
        BigDecimal number;
        try {
            number = new BigDecimal(stored);
        } catch (NumberFormatException _) {
            throw WorkbookPackage.broken();
        }
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return Cell.of(Cell.Kind.ERROR, stored);
        }
        if (date) {
            var day = SerialDay.read(number, from1904);
            if (day != null) {
                return new Cell(Cell.Kind.DATE, day, stored, font);
            }
        }
        return new Cell(Cell.Kind.NUMBER, plain(number), stored, font);
    }

    private static String plain(BigDecimal number) {
        return number.scale() > 0 && number.stripTrailingZeros().scale() > 0
                ? number.toPlainString()
                : number.setScale(0, RoundingMode.UNNECESSARY).toPlainString();
    }
}

package vn.partyregister.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as spreadsheets number them. */
final class SerialDay {
    private static final LocalDate BEFORE_FIRST_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
    /** 29/02/1900, which never was. */
    private static final int NEVER_WAS = 60;

    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private SerialDay() {}

    /** The day as yyyy-MM-dd, with THH:mm:ss where there is a time; null where the number is no day. */
    static @Nullable String read(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(LAST) > 0) {
            return null;
        }
        var seconds = serial.remainder(BigDecimal.ONE)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        var days = serial.intValue() + seconds / SECONDS.intValue();
        var rest = seconds % SECONDS.intValue();
        var day = from1904 ? FIRST_1904.plusDays(days) : since1900(days);
        return day == null
                ? null
                : rest == 0
                        ? day.toString()
                        : day + "T" + "%02d:%02d:%02d".formatted(rest / 3600, rest / 60 % 60, rest % 60);
    }

    private static @Nullable LocalDate since1900(int days) {
        if (days < 1 || days == NEVER_WAS) {
            return null;
        }
        return BEFORE_FIRST_1900.plusDays(days < NEVER_WAS ? days : days - 1);
    }
}

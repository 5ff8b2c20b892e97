package vn.partyregister.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list that leaves as a file.
 *
 * @param heading in the reader's language
 * @param value what stands in the cell; null leaves it empty
 */
public record TableColumn<T>(String heading, Kind kind, Function<T, @Nullable Object> value) {
    /** What the cells of a column are. */
    public enum Kind {
        /** Text, and numbers that name something: leading zeros stay. */
        TEXT,
        /** A number that counts or measures. */
        NUMBER,
        /** A {@link java.time.LocalDate}, or a {@link PartialDate}, which is text unless its day is known. */
        DATE,
        /** A share: 0.0457 is 4.57 %. */
        PERCENT
    }

    public static <T> TableColumn<T> text(String heading, Function<T, @Nullable Object> value) {
        return new TableColumn<>(heading, Kind.TEXT, value);
    }

    public static <T> TableColumn<T> number(String heading, Function<T, @Nullable Object> value) {
        return new TableColumn<>(heading, Kind.NUMBER, value);
    }

    public static <T> TableColumn<T> date(String heading, Function<T, @Nullable Object> value) {
        return new TableColumn<>(heading, Kind.DATE, value);
    }

    public static <T> TableColumn<T> percent(String heading, Function<T, @Nullable Object> value) {
        return new TableColumn<>(heading, Kind.PERCENT, value);
    }
}

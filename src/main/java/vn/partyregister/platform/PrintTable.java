package vn.partyregister.platform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is printed: heads repeated on each page, rows kept whole.
 *
 * @param wide on A4 laid across
 * @param numbered whether the columns bear their numbers below their titles, as in the register books
 */
public record PrintTable<T>(PrintHead head, boolean wide, boolean numbered, List<PrintColumn<T>> columns) {
    public PrintTable {
        columns = List.copyOf(columns);
    }

    /**
     * A list with the columns that its file has.
     *
     * @param shares of the width, one for each column
     */
    public static <T> PrintTable<T> of(PrintHead head, List<TableColumn<T>> columns, int... shares) {
        return new PrintTable<>(
                head,
                true,
                false,
                IntStream.range(0, columns.size())
                        .mapToObj(at -> printed(columns.get(at), shares[at]))
                        .toList());
    }

    private static <T> PrintColumn<T> printed(TableColumn<T> column, int share) {
        return new PrintColumn<>(
                column.heading(),
                share,
                row -> written(column.kind(), column.value().apply(row)));
    }

    private static @Nullable String written(TableColumn.Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> Dates.write(day);
            case BigDecimal share
            when kind == TableColumn.Kind.PERCENT ->
                share.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',') + " %";
            default -> value.toString();
        };
    }
}

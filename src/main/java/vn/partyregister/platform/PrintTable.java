package vn.partyregister.platform;

import java.util.List;

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
}

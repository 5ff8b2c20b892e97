package vn.partyregister.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotReadable;

/**
 * A small table as lines of text, a row in each, its cells between semicolons: a form shows them, to be looked at and mended
 * before anything is entered.
 */
public final class SheetLines {
    private static final Pattern BETWEEN = Pattern.compile("[\\t;]");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*)?");

    private SheetLines() {}

    /**
     * The rows of a file, their cells in the order of the columns.
     *
     * @param name of the file, as the browser sent it
     * @param most how many rows it may have
     */
    public static String read(byte[] file, String name, List<Column> columns, int most) {
        var rows = SheetTable.read(file, name, columns, most);
        if (rows.isEmpty()) {
            throw new NotReadable("exchange.table.empty");
        }
        return rows.stream().map(row -> line(row.values(), columns)).collect(Collectors.joining("\n"));
    }

    private static String line(Map<String, String> values, List<Column> columns) {
        return columns.stream()
                .map(column -> written(values.getOrDefault(column.key(), "")))
                .collect(Collectors.joining("; "));
    }

    private static String written(String text) {
        if (DAY.matcher(text).matches()) {
            try {
                return Dates.write(LocalDate.parse(text.substring(0, "yyyy-MM-dd".length())));
            } catch (DateTimeException _) {
                return text;
            }
        }
        return BETWEEN.matcher(text).replaceAll(",");
    }
}

package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.VietnameseText;

/**
 * A small table that somebody filled in, read at once, without the stages of an import: for lists that are looked at
 * whole before anything is done with them.
 */
public final class SheetTable {
    private SheetTable() {}

    /**
     * The rows below the headings, which are found as an import finds them; columns that nobody knows are left out.
     *
     * @param name of the file, as the browser sent it
     * @param most how many rows it may have
     */
    public static List<Row> read(byte[] file, String name, List<Column> columns, int most) {
        var sheet = SheetReader.open(file, name, null);
        List<SheetRow> top;
        try (var rows = sheet.rows()) {
            top = rows.limit(Headings.SEARCHED).toList();
        }
        var headings = Headings.find(top, columns, Map.of());
        requireColumns(headings, columns);
        try (var rows = sheet.rows()) {
            var below = new ArrayList<Row>();
            rows.filter(row -> row.number() >= headings.firstRow()).forEach(row -> {
                if (below.size() == most) {
                    throw new NotReadable("import.refused.too-many-rows", most);
                }
                below.add(new Row(row.number(), values(row, headings)));
            });
            return below;
        }
    }

    private static void requireColumns(Headings headings, List<Column> columns) {
        var found = headings.columns().stream().map(Heading::column).collect(Collectors.toSet());
        columns.stream()
                .filter(column -> column.mandatory() && !found.contains(column.key()))
                .findFirst()
                .ifPresent(column -> {
                    throw new NotReadable("exchange.table.column-missing", column.heading());
                });
    }

    private static Map<String, String> values(SheetRow row, Headings headings) {
        var values = new HashMap<String, String>();
        headings.columns().forEach(heading -> {
            var text = VietnameseText.tidy(row.at(heading.position()).text());
            if (heading.column() != null && !text.isEmpty()) {
                values.put(heading.column(), text);
            }
        });
        return values;
    }

    /**
     * A row that is not blank.
     *
     * @param number as the spreadsheet shows it
     * @param values by the keys of the columns, tidied; what is empty is not there
     */
    public record Row(int number, Map<String, String> values) {
        public Row {
            values = Map.copyOf(values);
        }
    }
}

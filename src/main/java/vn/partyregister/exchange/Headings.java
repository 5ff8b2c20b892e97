package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.VietnameseText;

/**
 * The headings of a file: found by how many of them are known, in one row or in two or three below each other ("Quê
 * quán" over "Tỉnh", "Xã", "Chi tiết").
 *
 * @param row the number of the row of the headings, the first of them; null where none was found
 * @param firstRow the number of the first row below
 */
record Headings(@Nullable Integer row, int firstRow, List<Heading> columns) {
    /** How far down headings are looked for. */
    static final int SEARCHED = 20;

    private static final int DEEPEST = 3;
    private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern EXPLAINING = Pattern.compile("\\btheo mo hinh( chinh quyen)?( moi| \\d cap)?\\b");
    private static final Pattern ORDINAL = Pattern.compile("\\(?\\d{1,2}\\)?");

    Headings {
        columns = List.copyOf(columns);
    }

    /** How headings are compared: folded, words only. */
    static String plain(String heading) {
        return NOT_WORD.matcher(VietnameseText.folded(heading)).replaceAll(" ").strip();
    }

    /**
     * Looks through the first rows of a file.
     *
     * @param remembered what users said before: plain heading to column key, null where they left it out
     */
    static Headings find(List<SheetRow> top, List<Column> columns, Map<String, @Nullable String> remembered) {
        var known = new HashMap<String, @Nullable String>();
        for (var column : columns) {
            known.putIfAbsent(plain(column.key()), column.key());
            column.headings().forEach(heading -> known.putIfAbsent(plain(heading), column.key()));
        }
        known.putAll(remembered);
        Headings best = null;
        var most = Integer.MIN_VALUE;
        for (var first = 0; first < top.size() && top.get(first).number() <= SEARCHED; first++) {
            for (var depth = 1; depth <= DEEPEST && isBlock(top, first, depth); depth++) {
                var found = at(top, first, depth, known);
                var matched = found.matched() * (DEEPEST + 1) - depth; // of two that know as much, the flatter
                if (found.matched() > 0 && matched > most) {
                    most = matched;
                    best = found;
                }
            }
        }
        return best != null ? best.belowOrdinals(top) : unknown(top);
    }

    /** Whether the rows stand right below each other. */
    private static boolean isBlock(List<SheetRow> top, int first, int depth) {
        return first + depth <= top.size()
                && top.get(first + depth - 1).number() == top.get(first).number() + depth - 1;
    }

    /** How many columns are known. */
    int matched() {
        return (int)
                columns.stream().filter(heading -> heading.column() != null).count();
    }

    private static Headings at(List<SheetRow> top, int first, int depth, Map<String, @Nullable String> known) {
        var rows = top.subList(first, first + depth);
        var width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        var headings = new ArrayList<Heading>();
        var taken = new HashSet<String>();
        for (var position = 0; position < width; position++) {
            var parts = parts(rows, position);
            if (!parts.isEmpty()) {
                var key = meaning(parts, known, taken);
                headings.add(new Heading(position, String.join(" – ", parts), key));
            }
        }
        return new Headings(rows.getFirst().number(), rows.getLast().number() + 1, headings);
    }

    /** What stands above a column, from top to bottom; a heading over several columns stands in the first of them. */
    private static List<String> parts(List<SheetRow> rows, int position) {
        var parts = new LinkedHashSet<String>();
        for (var depth = 0; depth < rows.size(); depth++) {
            var own = text(rows.get(depth), position);
            if (own.isEmpty()
                    && depth + 1 < rows.size()
                    && !text(rows.get(depth + 1), position).isEmpty()) {
                own = leftOf(rows.get(depth), position);
            }
            if (!own.isEmpty()) {
                parts.add(own);
            }
        }
        return List.copyOf(parts);
    }

    private static String leftOf(SheetRow row, int position) {
        for (var left = position - 1; left >= 0; left--) {
            var text = text(row, left);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String text(SheetRow row, int position) {
        return VietnameseText.tidy(row.at(position).text());
    }

    private static @Nullable String meaning(
            List<String> parts, Map<String, @Nullable String> known, Set<String> taken) {
        for (var name : names(parts)) {
            var key = known.get(name);
            if (key == null && known.containsKey(name)) {
                return null;
            }
            if (key != null && taken.add(key)) {
                return key;
            }
        }
        return null;
    }

    /** What a heading may be known by: whole, without what only explains it, and its lowest part alone. */
    private static Set<String> names(List<String> parts) {
        var whole = String.join(" ", parts);
        var names = new LinkedHashSet<String>();
        names.add(plain(whole));
        names.add(bare(whole));
        names.add(plain(parts.getLast()));
        names.add(bare(parts.getLast()));
        names.remove("");
        return names;
    }

    private static String bare(String heading) {
        return EXPLAINING
                .matcher(plain(BRACKETED.matcher(heading).replaceAll(" ")))
                .replaceAll(" ")
                .replaceAll(" +", " ")
                .strip();
    }

    /** Official sheets number their columns below the headings: (1) (2) (3). */
    private Headings belowOrdinals(List<SheetRow> top) {
        for (var row : top) {
            if (row.number() == firstRow && isOrdinals(row)) {
                return new Headings(this.row, firstRow + 1, columns);
            }
        }
        return this;
    }

    private static boolean isOrdinals(SheetRow row) {
        var count = 0;
        for (var cell : row.cells()) {
            var text = VietnameseText.tidy(cell.text());
            if (!text.isEmpty() && !ORDINAL.matcher(text).matches()) {
                return false;
            }
            count += text.isEmpty() ? 0 : 1;
        }
        return count > 2;
    }

    /** Nothing known: the first row that holds anything is shown, and the user says what it means. */
    private static Headings unknown(List<SheetRow> top) {
        for (var at = 0; at < top.size(); at++) {
            var found = at(top, at, 1, Map.of());
            if (!found.columns().isEmpty()) {
                return found;
            }
        }
        return new Headings(null, 1, List.of());
    }
}

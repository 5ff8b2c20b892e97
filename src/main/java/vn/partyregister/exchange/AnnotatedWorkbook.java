package vn.partyregister.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The user's own file back: faulty cells marked with a comment, a last column that says why each row was rejected,
 * everything else as it was. Marks of an earlier round are taken away. Separated values stay in their encoding and
 * separator.
 */
final class AnnotatedWorkbook {
    /** Comments beyond it make a workbook slow; the column of reasons holds all. */
    static final int MOST_COMMENTS = 5_000;
    /** Of a marked cell; a shade that no palette offers, so that it is known again when the file comes back. */
    static final String COLOUR = "FFC7CD";

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final byte[] file;
    private final SheetFile sheet;
    private final int width;
    private final @Nullable Integer reasonsBefore;
    private final int headerRow;
    private final String heading;
    private final Map<Integer, List<Fault>> faults;

    private AnnotatedWorkbook(
            byte[] file, SheetFile sheet, int headerRow, List<String> headings, Map<Integer, List<Fault>> faults) {
        this.file = file;
        this.sheet = sheet;
        this.headerRow = headerRow;
        this.heading = headings.getFirst();
        this.faults = faults;
        var widest = 0;
        Integer before = null;
        try (var all = sheet.rows()) {
            for (var row : (Iterable<SheetRow>) all::iterator) {
                widest = Math.max(widest, row.cells().size());
                if (row.number() == headerRow) {
                    before = positionOf(headings, row);
                }
            }
        }
        width = widest;
        reasonsBefore = before;
    }

    /** A file that comes back a second time has the column already. */
    private static @Nullable Integer positionOf(List<String> headings, SheetRow row) {
        for (var at = 0; at < row.cells().size(); at++) {
            if (headings.contains(row.at(at).text())) {
                return at;
            }
        }
        return null;
    }

    /**
     * Reads the file once, to learn its size.
     *
     * @param encoding as it was read
     * @param sheet that was read
     * @param headerRow the number of the row that names the columns
     * @param headings of the column of reasons: the one it gets, and those that it may have from an earlier round
     * @param faults by the number of the row
     */
    static AnnotatedWorkbook of(
            byte[] file,
            String name,
            @Nullable String encoding,
            @Nullable String sheet,
            int headerRow,
            List<String> headings,
            Map<Integer, List<Fault>> faults) {
        return new AnnotatedWorkbook(file, SheetReader.open(file, name, encoding, sheet), headerRow, headings, faults);
    }

    /** Its media type. */
    String mediaType() {
        return switch (sheet.format()) {
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case XLS -> "application/vnd.ms-excel";
            case CSV -> "text/csv";
        };
    }

    void write(OutputStream out) throws IOException {
        switch (sheet) {
            case CsvFile csv -> new CsvAnnotation(this, csv).write(out);
            case XlsxFile xlsx -> new PackageAnnotation(this, xlsx, file).write(out);
            case XlsFile _ -> new OldAnnotation(this, file).write(out);
        }
    }

    /** A text as a cell can hold it. */
    static String fitting(String text) {
        var plain = NOT_IN_XML.matcher(text).replaceAll("");
        return plain.length() <= Limits.LONGEST_CELL ? plain : plain.substring(0, Limits.LONGEST_CELL);
    }

    String sheetName() {
        return sheet.sheet();
    }

    int headerRow() {
        return headerRow;
    }

    String heading() {
        return heading;
    }

    Map<Integer, List<Fault>> faults() {
        return faults;
    }

    /** How many columns the file has. */
    int width() {
        return width;
    }

    /** Where the reasons stand: behind the last column, or where they stood when the file came back before. */
    int reasonsAt() {
        return Objects.requireNonNullElse(reasonsBefore, width);
    }

    boolean hasReasonsAlready() {
        return reasonsBefore != null;
    }

    /** What stands in the column of reasons; null for a row that was not rejected. */
    @Nullable
    String reasons(int row) {
        if (row == headerRow) {
            return heading;
        }
        var found = faults.get(row);
        return found == null || found.isEmpty()
                ? null
                : found.stream().map(Fault::reason).distinct().collect(Collectors.joining("; "));
    }

    /** What is wrong in each cell of a row: position to reasons. */
    SortedMap<Integer, String> marks(int row) {
        var marks = new TreeMap<Integer, String>();
        for (var fault : faults.getOrDefault(row, List.of())) {
            if (fault.position() != null && fault.position() != reasonsAt()) {
                marks.merge(fault.position(), fault.reason(), (one, other) -> one + "; " + other);
            }
        }
        return marks;
    }
}

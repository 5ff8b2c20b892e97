package vn.partyregister.exchange;

import java.util.List;
import java.util.stream.Stream;

/** A file of rows that has been found fit to read. */
sealed interface SheetFile permits CsvFile, XlsFile, XlsxFile {
    /** What a file is, whatever its name says. */
    enum Format {
        XLSX,
        XLS,
        CSV
    }

    Format format();

    /** The encoding of its texts, guessed or chosen. */
    TextEncoding encoding();

    /** The encodings that can be chosen for it instead. */
    List<TextEncoding> encodings();

    /** The name of the sheet that is read; empty for a file without sheets. */
    String sheet();

    /** The names of the sheets that have rows and could be read instead; empty for a file without sheets. */
    default List<String> sheets() {
        return List.of();
    }

    /**
     * The rows that are not blank, from the top, read as they are asked for; to be closed. Asked again, they come
     * again. A refusal of the whole file may come on the way: too many rows, a part that inflates without end.
     */
    Stream<SheetRow> rows();

    /** The first rows, to show whether the encoding is right. */
    default List<SheetRow> sample() {
        try (var rows = rows()) {
            return rows.limit(SAMPLE).toList();
        }
    }

    /** Rows in a sample. */
    int SAMPLE = 5;
}

package vn.partyregister.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes the rows of one table as they come; memory does not grow with them. A table that is not {@link #finish
 * finished} is visibly broken: nobody takes half a list for the whole.
 */
public interface TableWriter<T> {
    void row(T row) throws IOException;

    /** Writes what makes the file whole. The stream stays open. */
    void finish() throws IOException;

    static <T> TableWriter<T> to(OutputStream out, TableFormat format, String title, List<TableColumn<T>> columns)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvTableWriter<>(out, columns);
            case XLSX -> new XlsxTableWriter<>(out, title, columns);
        };
    }
}

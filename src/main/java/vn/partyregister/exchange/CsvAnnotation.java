package vn.partyregister.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.FormulaGuard;

/** Separated values with their reasons: each row is copied as it was written, and the reasons added at its end. */
final class CsvAnnotation {
    private final AnnotatedWorkbook annotated;
    private final CsvFile file;

    CsvAnnotation(AnnotatedWorkbook annotated, CsvFile file) {
        this.annotated = annotated;
        this.file = file;
    }

    void write(OutputStream to) throws IOException {
        var out = new BufferedWriter(new OutputStreamWriter(to, file.encoding().charset()));
        try (var records = file.records();
                var text = file.open()) {
            if (file.marked()) {
                out.write(text.read());
            }
            var read = 0L;
            var iterator = records.iterator();
            var record = next(iterator);
            while (record != null) {
                var following = next(iterator);
                var length = following == null ? Long.MAX_VALUE : following.getCharacterPosition() - read;
                var written = take(text, length);
                read += written.length();
                annotate(record, written, out);
                record = following;
            }
        }
        out.flush();
    }

    private static @Nullable CSVRecord next(Iterator<CSVRecord> records) {
        return records.hasNext() ? records.next() : null;
    }

    private static String take(Reader text, long length) throws IOException {
        var taken = new StringBuilder();
        for (var left = length; left > 0; left--) {
            var one = text.read();
            if (one < 0) {
                break;
            }
            taken.append((char) one);
        }
        return taken.toString();
    }

    private void annotate(CSVRecord record, String written, Writer out) throws IOException {
        var reasons = annotated.reasons((int) record.getRecordNumber());
        var end = written.length();
        while (end > 0 && (written.charAt(end - 1) == '\n' || written.charAt(end - 1) == '\r')) {
            end--;
        }
        if (annotated.hasReasonsAlready() && record.size() > annotated.reasonsAt()) {
            rewrite(record, reasons == null ? "" : reasons, out);
        } else {
            out.write(written, 0, end);
            if (reasons != null) {
                for (var at = record.size(); at <= annotated.reasonsAt(); at++) {
                    out.write(file.separator());
                }
                out.write(quoted(stored(reasons)));
            }
        }
        out.write(written, end, written.length() - end);
    }

    /** The row cell by cell, its old reasons replaced. */
    private void rewrite(CSVRecord record, String reasons, Writer out) throws IOException {
        var cells = new ArrayList<String>();
        record.forEach(cells::add);
        cells.set(annotated.reasonsAt(), stored(reasons));
        for (var at = 0; at < cells.size(); at++) {
            if (at > 0) {
                out.write(file.separator());
            }
            var cell = cells.get(at);
            var plain = cell.indexOf(file.separator()) < 0
                    && cell.chars().noneMatch(c -> c == '"' || c == '\n' || c == '\r');
            out.write(plain ? cell : quoted(cell));
        }
    }

    private String stored(String text) {
        return file.encoding().stored(FormulaGuard.guard(text));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}

package vn.partyregister.exchange;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** Separated values. */
final class CsvFile implements SheetFile {
    private static final char MARK = '\ufeff';

    private final byte[] file;
    private final TextEncoding encoding;
    private final boolean marked;
    private final char separator;

    CsvFile(byte[] file, @Nullable TextEncoding chosen) {
        this.file = file;
        encoding = chosen != null ? chosen : CsvGuess.encoding(file);
        var start = start();
        marked = !start.isEmpty() && start.charAt(0) == MARK;
        if (start.indexOf('\0') >= 0) {
            throw new Refusal.NotReadable(
                    chosen != null ? "import.refused.encoding" : "import.refused.binary", encoding.label());
        }
        separator = CsvGuess.separator(marked ? start.substring(1) : start);
        try (var rows = rows()) {
            if (rows.findFirst().isEmpty()) {
                throw new Refusal.NotReadable("import.refused.empty");
            }
        }
    }

    private String start() {
        var start = new char[CsvGuess.SNIFFED / 4];
        try (var reader = open()) {
            var length = 0;
            while (length < start.length) {
                var read = reader.read(start, length, start.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            return new String(start, 0, length);
        } catch (IOException _) {
            throw new Refusal.NotReadable("import.refused.encoding", encoding.label());
        }
    }

    static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public TextEncoding encoding() {
        return encoding;
    }

    @Override
    public List<TextEncoding> encodings() {
        return TextEncoding.ofText();
    }

    @Override
    public String sheet() {
        return "";
    }

    char separator() {
        return separator;
    }

    /** Whether the file starts with a byte order mark. */
    boolean marked() {
        return marked;
    }

    /** The characters of the file, the byte order mark included; an old encoding as it stands. */
    Reader open() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(file), CsvGuess.decoder(encoding.charset())));
    }

    /** The records of the file, blank ones included, counted as a spreadsheet counts rows. */
    CSVParser records() throws IOException {
        var reader = open();
        if (marked) {
            reader.skip(1);
        }
        return format(separator).parse(reader);
    }

    @Override
    public Stream<SheetRow> rows() {
        try {
            return new Records(records()).stream();
        } catch (IOException _) {
            throw unreadable();
        }
    }

    private Refusal unreadable() {
        return new Refusal.NotReadable("import.refused.encoding", encoding.label());
    }

    private final class Records extends Rows {
        private final CSVParser parser;
        private final Iterator<CSVRecord> records;

        Records(CSVParser parser) {
            this.parser = parser;
            this.records = parser.iterator();
        }

        @Override
        @Nullable
        SheetRow next() {
            try {
                return records.hasNext() ? row(records.next()) : null;
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof java.nio.charset.CharacterCodingException) {
                    throw unreadable();
                }
                throw new Refusal.NotReadable("import.refused.quote", parser.getRecordNumber() + 1);
            }
        }

        private SheetRow row(CSVRecord record) {
            var cells = new ArrayList<Cell>(record.size());
            for (var value : record) {
                if (value.length() > Limits.LONGEST_CELL) {
                    throw new Refusal.NotReadable("import.refused.quote", record.getRecordNumber());
                }
                cells.add(cell(value));
            }
            return new SheetRow((int) record.getRecordNumber(), cells);
        }

        @Override
        public void close() {
            try {
                parser.close();
            } catch (IOException _) {
                throw unreadable();
            }
        }
    }

    private Cell cell(String stored) {
        if (stored.isEmpty()) {
            return Cell.EMPTY;
        }
        var text =
                switch (encoding) {
                    case TCVN3, VNI -> OldLetters.read(stored, encoding, null);
                    case WINDOWS_1258 -> Normalizer.normalize(stored, Normalizer.Form.NFC);
                    case UNICODE, UTF_8, UTF_16LE, UTF_16BE -> stored;
                };
        return new Cell(Cell.Kind.TEXT, text, text.equals(stored) ? null : stored, null);
    }
}

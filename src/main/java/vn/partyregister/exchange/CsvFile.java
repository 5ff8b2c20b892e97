package vn.partyregister.exchange;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** Separated values: which encoding and separator is guessed from what they hold. */
final class CsvFile implements SheetFile {
    private static final int SNIFFED = 256 << 10;
    private static final int LINES_SNIFFED = 50;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final char MARK = '\ufeff';
    private static final Pattern NAMED_SEPARATOR = Pattern.compile("\ufeff?\"?sep=(.)\"?\\R.*", Pattern.DOTALL);

    private final byte[] file;
    private final TextEncoding encoding;
    private final boolean marked;
    private final char separator;

    CsvFile(byte[] file, @Nullable TextEncoding chosen) {
        this.file = file;
        encoding = chosen != null ? chosen : guess(file);
        var start = start();
        marked = !start.isEmpty() && start.charAt(0) == MARK;
        if (start.indexOf('\0') >= 0) {
            throw new Refusal.NotReadable(
                    chosen != null ? "import.refused.encoding" : "import.refused.binary", encoding.label());
        }
        separator = separatorOf(marked ? start.substring(1) : start);
        try (var rows = rows()) {
            if (rows.findFirst().isEmpty()) {
                throw new Refusal.NotReadable("import.refused.empty");
            }
        }
    }

    // Which encoding

    private static TextEncoding guess(byte[] file) {
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return TextEncoding.UTF_8;
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return TextEncoding.UTF_16LE;
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return TextEncoding.UTF_16BE;
        }
        var utf16 = withoutMark(file);
        if (utf16 != null) {
            return utf16;
        }
        if (isUtf8(file)) {
            return TextEncoding.UTF_8;
        }
        var bytes = new String(file, 0, Math.min(file.length, SNIFFED), StandardCharsets.ISO_8859_1);
        var tones = new String(file, 0, Math.min(file.length, SNIFFED), TextEncoding.WINDOWS_1258.charset());
        var old = Texts.likeliest(bytes, TextEncoding.TCVN3, TextEncoding.VNI);
        return LetterStatistics.score(tones) >= LetterStatistics.score(OldLetters.read(bytes, old, null))
                ? TextEncoding.WINDOWS_1258
                : old;
    }

    static boolean startsWith(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (var at = 0; at < start.length; at++) {
            if ((file[at] & 0xFF) != start[at]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 shows by the zero bytes of separators, digits and plain letters, all on one side. */
    private static @Nullable TextEncoding withoutMark(byte[] file) {
        var looked = Math.min(file.length, 4_096) & ~1;
        var high = 0;
        var low = 0;
        for (var at = 0; at < looked; at += 2) {
            high += file[at] == 0 ? 1 : 0;
            low += file[at + 1] == 0 ? 1 : 0;
        }
        var many = looked / 2 / 4;
        if (many == 0 || high > 0 && low > 0) {
            return null;
        }
        return low > many ? TextEncoding.UTF_16LE : high > many ? TextEncoding.UTF_16BE : null;
    }

    private static boolean isUtf8(byte[] file) {
        var decoder = decoder(StandardCharsets.UTF_8);
        var in = ByteBuffer.wrap(file);
        var out = CharBuffer.allocate(1 << 14);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private String start() {
        var start = new char[SNIFFED / 4];
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

    // Which separator

    /** The one that cuts the first lines into the most equal rows. */
    private static char separatorOf(String start) {
        var named = NAMED_SEPARATOR.matcher(start);
        if (named.matches()) {
            return named.group(1).charAt(0);
        }
        var best = SEPARATORS[0];
        var most = 0.0;
        for (var candidate : SEPARATORS) {
            var score = score(start, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(String start, char separator) {
        var widths = new ArrayList<Integer>();
        try (var parser = format(separator).parse(new StringReader(start))) {
            for (var row : parser) {
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    widths.add(row.size());
                }
                if (widths.size() == LINES_SNIFFED) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // the text may break off inside a quoted cell: what was read until there tells enough
        }
        var widest = widths.stream().mapToInt(width -> width).max().orElse(1);
        if (widest == 1) {
            return 0;
        }
        var alike = widths.stream().filter(width -> width == widest).count();
        return (double) alike / widths.size() + widest / 1_000.0;
    }

    private static CSVFormat format(char separator) {
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
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), decoder(encoding.charset())));
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

package vn.partyregister.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** A workbook of the years before 2007, its records read one after the other. */
final class XlsFile implements SheetFile {
    private static final Set<String> MACROS = Set.of("_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA", "Macros");
    /** No font has this number: those after it are counted one too high. */
    private static final int NO_FONT = 4;

    private final byte[] file;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<FontRecord> fonts = new ArrayList<>();
    private final List<ExtendedFormatRecord> styles = new ArrayList<>();
    private @Nullable SSTRecord shared;
    private boolean from1904;
    private final List<Integer> withRows;
    private final int sheet;
    private final Texts texts;

    XlsFile(byte[] file, @Nullable TextEncoding chosen, @Nullable String wanted) {
        this.file = file;
        try (var files = open()) {
            check(files.getRoot());
            readGlobals(files);
        } catch (IOException _) {
            throw WorkbookPackage.broken();
        }
        withRows =
                IntStream.range(0, sheets.size()).filter(this::hasRows).boxed().toList();
        if (withRows.isEmpty()) {
            throw new Refusal.NotReadable("import.refused.empty");
        }
        sheet = withRows.stream()
                .filter(at -> sheets.get(at).getSheetname().equals(wanted))
                .findFirst()
                .orElse(withRows.getFirst());
        texts = Texts.of(chosen, rows(sheet, Texts.AS_THEY_STAND));
    }

    private POIFSFileSystem open() {
        try {
            return new POIFSFileSystem(new ByteArrayInputStream(file));
        } catch (IOException _) {
            throw WorkbookPackage.broken();
        }
    }

    private static void check(DirectoryNode root) {
        if (root.hasEntry("EncryptedPackage")) {
            throw new Refusal.NotReadable("import.refused.password");
        }
        if (!root.hasEntry("Workbook") && root.hasEntry("Book")) {
            throw new Refusal.NotReadable("import.refused.old-excel");
        }
        if (!root.hasEntry("Workbook")) {
            throw new Refusal.NotReadable("import.refused.other-type", root.hasEntry("WordDocument") ? "DOC" : "OLE");
        }
        if (MACROS.stream().anyMatch(root::hasEntry)) {
            throw new Refusal.NotReadable("import.refused.macro");
        }
    }

    private static RecordFactoryInputStream records(POIFSFileSystem files) throws IOException {
        try {
            return new RecordFactoryInputStream(
                    files.getRoot().createDocumentInputStream(HSSFWorkbook.getWorkbookDirEntryName(files.getRoot())),
                    true);
        } catch (EncryptedDocumentException _) {
            throw new Refusal.NotReadable("import.refused.password");
        }
    }

    private static @Nullable Record next(RecordFactoryInputStream records) {
        try {
            return records.nextRecord();
        } catch (EncryptedDocumentException _) {
            throw new Refusal.NotReadable("import.refused.password");
        }
    }

    private void readGlobals(POIFSFileSystem files) throws IOException {
        var records = records(files);
        for (var record = next(records); record != null && !(record instanceof EOFRecord); record = next(records)) {
            switch (record) {
                case BoundSheetRecord found -> sheets.add(found);
                case FormatRecord found -> formats.put(found.getIndexCode(), found.getFormatString());
                case FontRecord found -> fonts.add(found);
                case ExtendedFormatRecord found -> styles.add(found);
                case SSTRecord found -> shared = found;
                case DateWindow1904Record found -> from1904 = found.getWindowing() == 1;
                default -> {}
            }
        }
    }

    private boolean hasRows(int at) {
        if (sheets.get(at).isHidden() || sheets.get(at).isVeryHidden()) {
            return false;
        }
        try (var rows = rows(at, Texts.AS_THEY_STAND)) {
            return rows.findFirst().isPresent();
        }
    }

    @Override
    public Format format() {
        return Format.XLS;
    }

    @Override
    public TextEncoding encoding() {
        return texts.encoding();
    }

    @Override
    public List<TextEncoding> encodings() {
        return TextEncoding.ofWorkbooks();
    }

    @Override
    public String sheet() {
        return sheets.get(sheet).getSheetname();
    }

    @Override
    public List<String> sheets() {
        return withRows.stream().map(at -> sheets.get(at).getSheetname()).toList();
    }

    @Override
    public Stream<SheetRow> rows() {
        return rows(sheet, texts);
    }

    private Stream<SheetRow> rows(int of, Texts read) {
        try {
            return new RecordRows(open(), of, read).stream();
        } catch (IOException _) {
            throw WorkbookPackage.broken();
        }
    }

    private final class RecordRows extends Rows {
        private final POIFSFileSystem files;
        private final RecordFactoryInputStream records;
        private final Texts read;
        private final Set<Integer> seen = new HashSet<>();
        private @Nullable CellValueRecordInterface ahead;

        RecordRows(POIFSFileSystem files, int of, Texts read) throws IOException {
            this.files = files;
            this.read = read;
            records = records(files);
            skipTo(of);
            ahead = nextCell();
        }

        /** Past the globals and the sheets before; charts inside a sheet begin and end like one. */
        private void skipTo(int of) {
            var ended = -1;
            var depth = 0;
            while (true) {
                var record = XlsFile.next(records);
                switch (record) {
                    case null -> throw WorkbookPackage.broken();
                    case BOFRecord _ -> {
                        if (depth++ == 0 && ended == of) {
                            return;
                        }
                    }
                    case EOFRecord _ -> {
                        if (--depth == 0) {
                            ended++;
                        }
                    }
                    default -> {}
                }
            }
        }

        private @Nullable CellValueRecordInterface nextCell() {
            var depth = 1;
            while (true) {
                var record = XlsFile.next(records);
                switch (record) {
                    case null -> {
                        return null;
                    }
                    case BOFRecord _ -> depth++;
                    case EOFRecord _ -> {
                        if (--depth == 0) {
                            return null;
                        }
                    }
                    case CellValueRecordInterface cell -> {
                        if (depth == 1) {
                            return cell;
                        }
                    }
                    default -> {}
                }
            }
        }

        @Override
        @Nullable
        SheetRow next() {
            if (ahead == null) {
                return null;
            }
            var row = ahead.getRow();
            if (!seen.add(row)) {
                throw WorkbookPackage.broken();
            }
            var cells = new ArrayList<Cell>();
            while (ahead != null && ahead.getRow() == row) {
                var cell = cell(ahead);
                if (cell.kind() != Cell.Kind.EMPTY) {
                    while (cells.size() < ahead.getColumn()) {
                        cells.add(Cell.EMPTY);
                    }
                    cells.add(cell);
                }
                ahead = nextCell();
            }
            return new SheetRow(row + 1, cells);
        }

        private Cell cell(CellValueRecordInterface record) {
            return switch (record) {
                case LabelSSTRecord text
                when shared != null ->
                    read.cell(shared.getString(text.getSSTIndex()).getString(), font(record));
                case LabelRecord text -> read.cell(text.getValue(), font(record));
                case NumberRecord number -> number(number.getValue(), record);
                case RKRecord number -> number(number.getRKNumber(), record);
                case FormulaRecord _ -> Cell.of(Cell.Kind.FORMULA, "=");
                case BoolErrRecord found
                when found.isBoolean() -> Cell.of(Cell.Kind.BOOLEAN, Boolean.toString(found.getBooleanValue()));
                case BoolErrRecord found ->
                    Cell.of(
                            Cell.Kind.ERROR,
                            FormulaError.forInt(found.getErrorValue()).getString());
                default -> Cell.EMPTY;
            };
        }

        private Cell number(double number, CellValueRecordInterface record) {
            var style = style(record);
            var format = style == null ? 0 : style.getFormatIndex();
            return NumberCell.of(
                    BigDecimal.valueOf(number).toString(),
                    DateUtil.isADateFormat(format, formats.getOrDefault((int) format, "")),
                    from1904,
                    font(record));
        }

        @Override
        public void close() {
            try {
                files.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private @Nullable ExtendedFormatRecord style(CellValueRecordInterface cell) {
        var index = cell.getXFIndex();
        return index < styles.size() ? styles.get(index) : null;
    }

    private @Nullable String font(CellValueRecordInterface cell) {
        var style = style(cell);
        if (style == null) {
            return null;
        }
        var index = style.getFontIndex() > NO_FONT ? style.getFontIndex() - 1 : style.getFontIndex();
        return index < fonts.size() ? fonts.get(index).getFontName() : null;
    }
}

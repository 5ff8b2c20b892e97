package vn.partyregister.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an old workbook, put together from the records of its cells. */
final class XlsRows extends Rows {
    private final POIFSFileSystem files;
    private final RecordFactoryInputStream records;
    private final XlsGlobals globals;
    private final Texts read;
    private final Set<Integer> seen = new HashSet<>();
    private @Nullable CellValueRecordInterface ahead;

    XlsRows(POIFSFileSystem files, int of, XlsGlobals globals, Texts read) throws IOException {
        this.files = files;
        this.globals = globals;
        this.read = read;
        records = XlsGlobals.records(files);
        skipTo(of);
        ahead = nextCell();
    }

    /** Past the globals and the sheets before; charts inside a sheet begin and end like one. */
    private void skipTo(int of) {
        var ended = -1;
        var depth = 0;
        while (true) {
            var record = XlsGlobals.next(records);
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
            var record = XlsGlobals.next(records);
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
            case LabelSSTRecord text -> shared(text);
            case LabelRecord text -> read.cell(text.getValue(), globals.font(record));
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

    private Cell shared(LabelSSTRecord record) {
        var text = globals.text(record.getSSTIndex());
        return text == null ? Cell.EMPTY : read.cell(text, globals.font(record));
    }

    private Cell number(double number, CellValueRecordInterface record) {
        return NumberCell.of(
                BigDecimal.valueOf(number).toString(),
                globals.isDate(record),
                globals.from1904(),
                globals.font(record));
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

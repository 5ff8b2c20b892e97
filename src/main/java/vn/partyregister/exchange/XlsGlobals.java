package vn.partyregister.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** What an old workbook says before its sheets: their names, and the texts, fonts and forms that their cells share. */
final class XlsGlobals {
    /** No font has this number: those after it are counted one too high. */
    private static final int NO_FONT = 4;

    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<FontRecord> fonts = new ArrayList<>();
    private final List<ExtendedFormatRecord> styles = new ArrayList<>();
    private @Nullable SSTRecord shared;
    private boolean from1904;

    XlsGlobals(POIFSFileSystem files) throws IOException {
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

    static RecordFactoryInputStream records(POIFSFileSystem files) throws IOException {
        try {
            return new RecordFactoryInputStream(
                    files.getRoot().createDocumentInputStream(HSSFWorkbook.getWorkbookDirEntryName(files.getRoot())),
                    true);
        } catch (EncryptedDocumentException _) {
            throw new Refusal.NotReadable("import.refused.password");
        }
    }

    static @Nullable Record next(RecordFactoryInputStream records) {
        try {
            return records.nextRecord();
        } catch (EncryptedDocumentException _) {
            throw new Refusal.NotReadable("import.refused.password");
        }
    }

    List<BoundSheetRecord> sheets() {
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }

    /** A text that cells share; null where the workbook has none. */
    @Nullable
    String text(int index) {
        return shared == null ? null : shared.getString(index).getString();
    }

    boolean isDate(CellValueRecordInterface cell) {
        var style = style(cell);
        var format = style == null ? 0 : style.getFormatIndex();
        return DateUtil.isADateFormat(format, formats.getOrDefault((int) format, ""));
    }

    private @Nullable ExtendedFormatRecord style(CellValueRecordInterface cell) {
        var index = cell.getXFIndex();
        return index < styles.size() ? styles.get(index) : null;
    }

    @Nullable
    String font(CellValueRecordInterface cell) {
        var style = style(cell);
        if (style == null) {
            return null;
        }
        var index = style.getFontIndex() > NO_FONT ? style.getFontIndex() - 1 : style.getFontIndex();
        return index < fonts.size() ? fonts.get(index).getFontName() : null;
    }
}

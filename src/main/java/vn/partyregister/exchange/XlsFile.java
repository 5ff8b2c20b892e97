package vn.partyregister.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** A workbook of the years before 2007, its records read one after the other. */
final class XlsFile implements SheetFile {
    private static final Set<String> MACROS = Set.of("_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA", "Macros");

    private final byte[] file;
    private final XlsGlobals globals;
    private final List<Integer> withRows;
    private final int sheet;
    private final Texts texts;

    XlsFile(byte[] file, @Nullable TextEncoding chosen, @Nullable String wanted) {
        this.file = file;
        try (var files = open()) {
            check(files.getRoot());
            globals = new XlsGlobals(files);
            refuseTooLarge(files);
        } catch (IOException _) {
            throw WorkbookPackage.broken();
        }
        withRows = IntStream.range(0, globals.sheets().size())
                .filter(this::hasRows)
                .boxed()
                .toList();
        if (withRows.isEmpty()) {
            throw new Refusal.NotReadable("import.refused.empty");
        }
        sheet = withRows.stream()
                .filter(at -> name(at).equals(wanted))
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

    /** What comes back to be corrected goes through memory as a whole, with all its sheets. */
    private static void refuseTooLarge(POIFSFileSystem files) throws IOException {
        var records = XlsGlobals.records(files);
        var cells = 0;
        for (var record = XlsGlobals.next(records); record != null; record = XlsGlobals.next(records)) {
            cells += switch (record) {
                case CellValueRecordInterface _ -> 1;
                case MulBlankRecord blanks -> blanks.getNumColumns();
                default -> 0;
            };
            if (cells > Limits.MOST_OLD_CELLS) {
                throw new Refusal.NotReadable("import.refused.old-and-large", Limits.MOST_OLD_CELLS);
            }
        }
    }

    private boolean hasRows(int at) {
        if (globals.sheets().get(at).isHidden() || globals.sheets().get(at).isVeryHidden()) {
            return false;
        }
        try (var rows = rows(at, Texts.AS_THEY_STAND)) {
            return rows.findFirst().isPresent();
        }
    }

    private String name(int at) {
        return globals.sheets().get(at).getSheetname();
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
        return name(sheet);
    }

    @Override
    public List<String> sheets() {
        return withRows.stream().map(this::name).toList();
    }

    @Override
    public Stream<SheetRow> rows() {
        return rows(sheet, texts);
    }

    private Stream<SheetRow> rows(int of, Texts read) {
        try {
            return new XlsRows(open(), of, globals, read).stream();
        } catch (IOException _) {
            throw WorkbookPackage.broken();
        }
    }
}

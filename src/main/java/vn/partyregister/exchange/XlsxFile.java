package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/**
 * A workbook of Office Open XML, its rows read straight from the sheet's XML: numbers as they are stored, formulas only
 * named, fonts known, because old encodings are known by them.
 */
final class XlsxFile implements SheetFile {
    private static final String MAIN = "spreadsheetml";

    private final WorkbookPackage parts;
    private final boolean from1904;
    private final SharedTexts shared;
    private final CellStyles styles;
    private final List<Sheet> sheets;
    private final Sheet sheet;
    private final Texts texts;

    /** A sheet and the part it is in. */
    record Sheet(String name, String part) {}

    XlsxFile(byte[] file, @Nullable TextEncoding chosen, @Nullable String wanted) {
        parts = WorkbookPackage.open(file);
        var workbook = workbookOf(parts);
        styles = CellStyles.of(parts, parts.related(workbook, "styles"));
        shared = SharedTexts.of(parts, parts.related(workbook, "sharedStrings"));
        from1904 = from1904(workbook);
        sheets = sheets(parts, workbook).stream().filter(this::hasRows).toList();
        if (sheets.isEmpty()) {
            throw new Refusal.NotReadable("import.refused.empty");
        }
        sheet = sheets.stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(sheets.getFirst());
        texts = Texts.of(chosen, rows(sheet, Texts.AS_THEY_STAND));
    }

    /** The workbook's own part, refused where it is none that can be read. */
    static String workbookOf(WorkbookPackage parts) {
        var workbook = parts.related("", "officeDocument").orElseThrow(WorkbookPackage::broken);
        var type = contentType(parts, workbook).toLowerCase(Locale.ROOT);
        if (type.contains("macroenabled")) {
            throw new Refusal.NotReadable("import.refused.macro");
        }
        if (type.contains("sheet.binary")) {
            throw new Refusal.NotReadable("import.refused.other-type", "XLSB");
        }
        if (!type.contains(MAIN)) {
            throw new Refusal.NotReadable(
                    "import.refused.other-type",
                    type.contains("wordprocessingml") ? "DOCX" : type.contains("presentationml") ? "PPTX" : "ZIP");
        }
        return workbook;
    }

    private static String contentType(WorkbookPackage parts, String part) {
        try (var xml = parts.xml(WorkbookPackage.CONTENT_TYPES)) {
            while (xml.toElement("Override")) {
                if (("/" + part).equalsIgnoreCase(xml.attribute("PartName"))) {
                    return String.valueOf(xml.attribute("ContentType"));
                }
            }
        }
        try (var xml = parts.xml(WorkbookPackage.CONTENT_TYPES)) {
            while (xml.toElement("Default")) {
                if (part.endsWith("." + xml.attribute("Extension"))) {
                    return String.valueOf(xml.attribute("ContentType"));
                }
            }
        }
        return "";
    }

    /** The sheets that a reader sees, in their order. */
    private static List<Sheet> sheets(WorkbookPackage parts, String workbook) {
        var relations = parts.relations(workbook);
        var sheets = new ArrayList<Sheet>();
        try (var xml = parts.xml(workbook)) {
            while (xml.toElement("sheet")) {
                var relation = relationOf(xml, relations);
                var visible = xml.attribute("state") == null || "visible".equals(xml.attribute("state"));
                if (visible
                        && relation != null
                        && relation.type().endsWith("/worksheet")
                        && parts.has(relation.target())) {
                    sheets.add(new Sheet(Objects.requireNonNullElse(xml.attribute("name"), ""), relation.target()));
                }
            }
        }
        return sheets;
    }

    private static WorkbookPackage.@Nullable Relation relationOf(
            PartXml xml, Map<String, WorkbookPackage.Relation> relations) {
        var reader = xml.reader();
        for (var at = 0; at < reader.getAttributeCount(); at++) {
            var prefix = reader.getAttributePrefix(at);
            if (reader.getAttributeLocalName(at).equals("id") && prefix != null && !prefix.isEmpty()) {
                return relations.get(reader.getAttributeValue(at));
            }
        }
        return null;
    }

    private boolean from1904(String workbook) {
        try (var xml = parts.xml(workbook)) {
            return xml.toElement("workbookPr") && xml.isTrue("date1904");
        }
    }

    private boolean hasRows(Sheet candidate) {
        try (var rows = rows(candidate, Texts.AS_THEY_STAND)) {
            return rows.findFirst().isPresent();
        }
    }

    @Override
    public Format format() {
        return Format.XLSX;
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
        return sheet.name();
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /** The part of the package that {@link #rows} come from. */
    String part() {
        return sheet.part();
    }

    @Override
    public Stream<SheetRow> rows() {
        return rows(sheet, texts);
    }

    private Stream<SheetRow> rows(Sheet of, Texts read) {
        return new XlsxRows(parts.xml(of.part()), shared, styles, from1904, read).stream();
    }
}

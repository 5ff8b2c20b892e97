package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/**
 * A workbook of Office Open XML, its rows read straight from the sheet's XML: numbers as they are stored, formulas only
 * named, fonts known, because old encodings are known by them.
 */
final class XlsxFile implements SheetFile {
    private static final String MAIN = "spreadsheetml";
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int MOST_TEXT = 64 << 20;
    private static final int WIDEST = 16_384;

    private final WorkbookPackage parts;
    private final boolean from1904;
    private final List<Shared> shared;
    private final List<Style> styles;
    private final List<Sheet> sheets;
    private final Sheet sheet;
    private final Texts texts;

    /** A sheet and the part it is in. */
    record Sheet(String name, String part) {}

    private record Shared(String text, @Nullable String font) {}

    private record Style(boolean date, @Nullable String font) {
        static final Style PLAIN = new Style(false, null);
    }

    XlsxFile(byte[] file, @Nullable TextEncoding chosen, @Nullable String wanted) {
        parts = WorkbookPackage.open(file);
        var workbook = workbookOf(parts);
        styles = parts.related(workbook, "styles").map(this::styles).orElse(List.of());
        shared = parts.related(workbook, "sharedStrings").map(this::shared).orElse(List.of());
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
            WorkbookPackage.Xml xml, Map<String, WorkbookPackage.Relation> relations) {
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
            return xml.toElement("workbookPr") && isTrue(xml.attribute("date1904"));
        }
    }

    private static boolean isTrue(@Nullable String written) {
        return "1".equals(written) || "true".equals(written);
    }

    private List<Style> styles(String part) {
        var formats = new HashMap<Integer, String>();
        var fonts = new ArrayList<@Nullable String>();
        var styles = new ArrayList<Style>();
        try (var xml = parts.xml(part)) {
            var inFonts = false;
            var inCells = false;
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.reader().getLocalName()) {
                        case "numFmt" ->
                            formats.put(
                                    xml.number("numFmtId", 0),
                                    Objects.requireNonNullElse(xml.attribute("formatCode"), ""));
                        case "fonts" -> inFonts = true;
                        case "font" -> {
                            if (inFonts) {
                                fonts.add(null);
                            }
                        }
                        case "name" -> {
                            if (inFonts && !fonts.isEmpty()) {
                                fonts.set(fonts.size() - 1, xml.attribute("val"));
                            }
                        }
                        case "cellXfs" -> inCells = true;
                        case "xf" -> {
                            if (inCells) {
                                styles.add(style(xml.number("numFmtId", 0), xml.number("fontId", 0), formats, fonts));
                            }
                        }
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    inFonts &= !xml.reader().getLocalName().equals("fonts");
                    inCells &= !xml.reader().getLocalName().equals("cellXfs");
                }
            }
        }
        return styles;
    }

    private static Style style(int format, int font, Map<Integer, String> formats, List<@Nullable String> fonts) {
        return new Style(
                DateUtil.isADateFormat(format, formats.getOrDefault(format, "")),
                0 <= font && font < fonts.size() ? fonts.get(font) : null);
    }

    private List<Shared> shared(String part) {
        var shared = new ArrayList<Shared>();
        var size = 0L;
        try (var xml = parts.xml(part)) {
            while (xml.toElement("si")) {
                var text = rich(xml, "si");
                size += text.text().length();
                if (size > MOST_TEXT) {
                    throw new Refusal.NotReadable("import.refused.bomb");
                }
                shared.add(text);
            }
        }
        return shared;
    }

    /** A text that may change its font on the way: all of it, and its first font; readings beside it left out. */
    private static Shared rich(WorkbookPackage.Xml xml, String element) {
        var text = new StringBuilder();
        String font = null;
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.reader().getLocalName()) {
                    case "t" -> text.append(xml.text());
                    case "rFont" -> font = font == null ? xml.attribute("val") : font;
                    case "rPh" -> xml.text();
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.reader().getLocalName().equals(element)) {
                if (text.length() > Limits.LONGEST_CELL) {
                    throw WorkbookPackage.broken();
                }
                return new Shared(unescaped(text.toString()), font);
            }
        }
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
                : text;
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
        return new XmlRows(parts.xml(of.part()), read).stream();
    }

    private final class XmlRows extends Rows {
        private final WorkbookPackage.Xml xml;
        private final Texts read;
        private int number;

        XmlRows(WorkbookPackage.Xml xml, Texts read) {
            this.xml = xml;
            this.read = read;
        }

        @Override
        public void close() {
            xml.close();
        }

        @Override
        @Nullable
        SheetRow next() {
            if (!xml.toElement("row")) {
                return null;
            }
            number = xml.number("r", number + 1);
            var cells = new ArrayList<Cell>();
            while (true) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.reader().getLocalName().equals("c")) {
                        add(cells);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.reader().getLocalName().equals("row")) {
                    return new SheetRow(number, cells);
                }
            }
        }

        private void add(List<Cell> cells) {
            var position = position(xml.attribute("r"), cells.size());
            var type = Objects.requireNonNullElse(xml.attribute("t"), "n");
            var style = styleOf(xml.number("s", -1));
            var cell = cell(type, style);
            if (cell.kind() != Cell.Kind.EMPTY) {
                while (cells.size() < position) {
                    cells.add(Cell.EMPTY);
                }
                if (cells.size() > position) {
                    throw WorkbookPackage.broken();
                }
                cells.add(cell);
            }
        }

        private Cell cell(String type, Style style) {
            String value = null;
            String formula = null;
            Shared inline = null;
            while (true) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.reader().getLocalName()) {
                        case "v" -> value = xml.text();
                        case "f" -> formula = xml.text();
                        case "is" -> inline = rich(xml, "is");
                        default -> xml.text();
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    break;
                }
            }
            if (formula != null) {
                return Cell.of(Cell.Kind.FORMULA, "=" + formula);
            }
            if (inline != null) {
                return text(inline, style);
            }
            return value == null ? Cell.EMPTY : cell(type, value, style);
        }

        private Cell cell(String type, String value, Style style) {
            return switch (type) {
                case "s" -> text(sharedAt(value), style);
                case "str", "inlineStr" -> text(new Shared(unescaped(value), null), style);
                case "b" -> Cell.of(Cell.Kind.BOOLEAN, isTrue(value.strip()) ? "true" : "false");
                case "e" -> Cell.of(Cell.Kind.ERROR, value);
                case "d" -> Cell.of(Cell.Kind.DATE, value.strip());
                default -> number(value.strip(), style);
            };
        }

        private Cell text(Shared text, Style style) {
            return read.cell(text.text(), text.font() != null ? text.font() : style.font());
        }

        private Cell number(String stored, Style style) {
            if (stored.isEmpty()) {
                return Cell.EMPTY;
            }
            return NumberCell.of(stored, style.date(), from1904, style.font());
        }

        private Shared sharedAt(String index) {
            try {
                return shared.get(Integer.parseInt(index.strip()));
            } catch (NumberFormatException | IndexOutOfBoundsException _) {
                throw WorkbookPackage.broken();
            }
        }
    }

    private Style styleOf(int index) {
        return 0 <= index && index < styles.size() ? styles.get(index) : Style.PLAIN;
    }

    /** The column of an address such as AB12, from 0. */
    static int position(@Nullable String address, int otherwise) {
        if (address == null) {
            return otherwise;
        }
        var column = 0;
        for (var at = 0; at < address.length() && address.charAt(at) >= 'A'; at++) {
            column = column * 26 + (address.charAt(at) - 'A' + 1);
            if (column > WIDEST) {
                throw WorkbookPackage.broken();
            }
        }
        return column == 0 ? otherwise : column - 1;
    }
}

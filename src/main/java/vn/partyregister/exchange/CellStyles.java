package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What the styles of a workbook say about its cells: which show dates, and which font they have. */
final class CellStyles {
    private final List<Style> styles;

    /** @param font null where it is not said */
    record Style(boolean date, @Nullable String font) {
        static final Style PLAIN = new Style(false, null);
    }

    private CellStyles(List<Style> styles) {
        this.styles = styles;
    }

    static CellStyles of(WorkbookPackage parts, Optional<String> part) {
        return new CellStyles(part.map(found -> read(parts, found)).orElse(List.of()));
    }

    Style at(int index) {
        return 0 <= index && index < styles.size() ? styles.get(index) : Style.PLAIN;
    }

    private static List<Style> read(WorkbookPackage parts, String part) {
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
}

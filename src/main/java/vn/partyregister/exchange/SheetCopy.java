package vn.partyregister.exchange;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Copies the XML of a sheet: faulty cells get their marked style, each rejected row its reasons, the rest stays. */
final class SheetCopy {
    private static final int REASONS_WIDTH = 60;

    /** What comes after the reference to the drawing of comments in a sheet. */
    private static final Set<String> AFTER_DRAWING = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    /** What stands before the columns' widths in a sheet. */
    private static final Set<String> BEFORE_WIDTHS = Set.of("sheetPr", "dimension", "sheetViews", "sheetFormatPr");

    private final AnnotatedWorkbook annotated;
    private final MarkedStyles styles;
    private final SheetComments comments;
    private final PartXml xml;
    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private String prefix = "";
    private String namespace = SmallParts.MAIN;
    private int widest;
    private boolean widths;
    private boolean drawing;

    SheetCopy(
            AnnotatedWorkbook annotated,
            MarkedStyles styles,
            SheetComments comments,
            PartXml xml,
            XMLStreamWriter out) {
        this.annotated = annotated;
        this.styles = styles;
        this.comments = comments;
        this.xml = xml;
        this.in = xml.reader();
        this.out = out;
    }

    void copy() throws XMLStreamException {
        var depth = 0;
        var row = 0;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                var name = in.getLocalName();
                if (depth == 0) {
                    prefix = orNone(in.getPrefix());
                    namespace = orNone(in.getNamespaceURI());
                }
                if (depth == 1) {
                    insertBefore(name);
                }
                if (depth == 1 && name.equals("dimension")) {
                    skip();
                    continue;
                }
                if (name.equals("row")) {
                    row = xml.number("r", row + 1);
                    copyRow(row);
                    continue;
                }
                start(Map.of());
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == 2 && in.getLocalName().equals("cols")) {
                    width();
                }
                if (depth == 1) {
                    insertDrawing();
                }
                out.writeEndElement();
                depth--;
            } else {
                other(event);
            }
        }
    }

    private void insertBefore(String name) throws XMLStreamException {
        if (name.equals("cols")) {
            widths = true;
        } else if (!widths && !BEFORE_WIDTHS.contains(name)) {
            widths = true;
            begin("cols");
            width();
            out.writeEndElement();
        }
        if (name.equals("legacyDrawing")) {
            drawing = true;
            comments.drawnIn(orNone(in.getAttributeValue(SmallParts.OFFICE, "id")));
        } else if (AFTER_DRAWING.contains(name)) {
            insertDrawing();
        }
    }

    private void width() throws XMLStreamException {
        var column = annotated.reasonsAt() + 1;
        if (widest < column) {
            begin("col");
            out.writeAttribute("min", String.valueOf(column));
            out.writeAttribute("max", String.valueOf(column));
            out.writeAttribute("width", String.valueOf(REASONS_WIDTH));
            out.writeAttribute("customWidth", "1");
            out.writeEndElement();
        }
    }

    private void insertDrawing() throws XMLStreamException {
        var relation = comments.drawing();
        if (!drawing && relation != null) {
            begin("legacyDrawing");
            out.writeAttribute("r", SmallParts.OFFICE, "id", relation);
            out.writeNamespace("r", SmallParts.OFFICE);
            out.writeEndElement();
        }
        drawing = true;
    }

    private void copyRow(int row) throws XMLStreamException {
        var marks = annotated.marks(row);
        var reasons = annotated.reasons(row);
        var pending = new TreeMap<Integer, String>(marks);
        if (reasons != null) {
            pending.put(annotated.reasonsAt(), reasons);
        }
        start(Map.of("spans", ""));
        var next = 0;
        var style = -1;
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("c")) {
                var position = XlsxRows.position(xml.attribute("r"), next);
                next = position + 1;
                insert(row, pending.headMap(position), style);
                if (position < annotated.reasonsAt()) {
                    style = xml.number("s", -1);
                }
                if (position == annotated.reasonsAt() && (reasons != null || annotated.hasReasonsAlready())) {
                    skip();
                    continue;
                }
                copyCell(row, position, pending.remove(position));
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                start(Map.of());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (in.getLocalName().equals("row")) {
                    insert(row, pending, style);
                    out.writeEndElement();
                    return;
                }
                out.writeEndElement();
            } else {
                other(event);
            }
        }
    }

    private void copyCell(int row, int position, @Nullable String why) throws XMLStreamException {
        var style = Math.max(0, xml.number("s", 0));
        if (why != null) {
            comments.add(row, position, why);
            start(Map.of("s", styles.marked(style)));
        } else if (styles.isMarked(style)) {
            start(Map.of("s", styles.plain(style)));
        } else {
            start(Map.of());
        }
    }

    /** Writes what has no cell to stand in yet. */
    private void insert(int row, SortedMap<Integer, String> pending, int style) throws XMLStreamException {
        for (var one : pending.entrySet()) {
            begin("c");
            out.writeAttribute("r", CellReference.convertNumToColString(one.getKey()) + row);
            if (one.getKey() == annotated.reasonsAt()) {
                if (row == annotated.headerRow() && style >= 0) {
                    out.writeAttribute("s", String.valueOf(style));
                }
                out.writeAttribute("t", "inlineStr");
                begin("is");
                begin("t");
                out.writeCharacters(AnnotatedWorkbook.fitting(one.getValue()));
                out.writeEndElement();
                out.writeEndElement();
            } else {
                comments.add(row, one.getKey(), one.getValue());
                out.writeAttribute("s", styles.marked(0));
            }
            out.writeEndElement();
        }
        pending.clear();
    }

    private void begin(String name) throws XMLStreamException {
        out.writeStartElement(prefix, name, namespace);
    }

    /** Copies the start of an element; attributes named in {@code changed} get that value, or none where it is empty. */
    private void start(Map<String, String> changed) throws XMLStreamException {
        out.writeStartElement(orNone(in.getPrefix()), in.getLocalName(), orNone(in.getNamespaceURI()));
        for (var at = 0; at < in.getNamespaceCount(); at++) {
            var bound = orNone(in.getNamespacePrefix(at));
            if (bound.isEmpty()) {
                out.writeDefaultNamespace(orNone(in.getNamespaceURI(at)));
            } else {
                out.writeNamespace(bound, in.getNamespaceURI(at));
            }
        }
        for (var at = 0; at < in.getAttributeCount(); at++) {
            var name = in.getAttributeLocalName(at);
            if (!changed.containsKey(name) || !orNone(in.getAttributePrefix(at)).isEmpty()) {
                var bound = orNone(in.getAttributePrefix(at));
                if (bound.isEmpty()) {
                    out.writeAttribute(name, in.getAttributeValue(at));
                } else {
                    out.writeAttribute(bound, in.getAttributeNamespace(at), name, in.getAttributeValue(at));
                }
            }
        }
        for (var one : changed.entrySet()) {
            if (!one.getValue().isEmpty()) {
                out.writeAttribute(one.getKey(), one.getValue());
            }
        }
        if (in.getLocalName().equals("col")) {
            widest = Math.max(widest, xml.number("max", 0));
        }
    }

    private void other(int event) throws XMLStreamException {
        if (event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE) {
            out.writeCharacters(in.getText());
        }
    }

    private void skip() {
        xml.text();
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }
}

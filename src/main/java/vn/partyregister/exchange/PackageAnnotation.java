package vn.partyregister.exchange;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A workbook too large for memory: copied part by part, deflated as it is; only the sheet, its relations, the styles
 * and the list of contents are rewritten. A sheet that has comments already gets no more of them: the column of reasons
 * says all.
 */
final class PackageAnnotation {
    /** Of a marked cell. */
    static final String COLOUR = "FFC7CE";

    private static final XMLOutputFactory XML = new OutputFactoryImpl();
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String COMMENTS = "xl/comments9001.xml";
    private static final String DRAWING = "xl/drawings/vmlDrawing9001.vml";
    private static final String DRAWING_ID = "rIdReasonsDrawing";
    private static final int REASONS_WIDTH = 60;
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

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
    private final XlsxFile sheet;
    private final WorkbookPackage parts;
    private final @Nullable String styles;
    private final boolean commented;
    private final int firstNewStyle;
    /** Style of a cell to its marked twin, in the order they were met. */
    private final Map<Integer, Integer> marked = new LinkedHashMap<>();

    private final List<Comment> comments = new ArrayList<>();

    private record Comment(int row, int position, String text) {}

    PackageAnnotation(AnnotatedWorkbook annotated, XlsxFile sheet, byte[] file) {
        this.annotated = annotated;
        this.sheet = sheet;
        parts = WorkbookPackage.open(file);
        styles = parts.related(XlsxFile.workbookOf(parts), "styles").orElse(null);
        commented = parts.relations(sheet.part()).values().stream()
                .anyMatch(relation ->
                        relation.type().endsWith("/comments") || relation.type().endsWith("/vmlDrawing"));
        firstNewStyle = styles == null ? 0 : countStyles(styles);
    }

    private int countStyles(String part) {
        var cells = elements(document(part), "cellXfs").getFirst();
        return elements(cells, "xf").size();
    }

    /** A text as a cell can hold it. */
    static String fitting(String text) {
        var plain = NOT_IN_XML.matcher(text).replaceAll("");
        return plain.length() <= Limits.LONGEST_CELL ? plain : plain.substring(0, Limits.LONGEST_CELL);
    }

    void write(OutputStream out) throws IOException {
        var relations = relationsPart(sheet.part());
        var rewritten =
                Set.of(sheet.part(), relations, WorkbookPackage.CONTENT_TYPES, styles == null ? sheet.part() : styles);
        var zip = new ZipArchiveOutputStream(out);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        for (var part : parts.parts()) {
            if (!rewritten.contains(part.getName())) {
                zip.addRawArchiveEntry(part, parts.raw(part));
            }
        }
        put(zip, sheet.part(), this::writeSheet);
        if (styles != null) {
            put(zip, styles, to -> write(withMarks(document(styles)), to));
        }
        if (!commented && !comments.isEmpty()) {
            put(zip, COMMENTS, this::writeComments);
            put(zip, DRAWING, this::writeDrawing);
        }
        put(zip, relations, to -> write(withComments(relationsOf(relations)), to));
        put(zip, WorkbookPackage.CONTENT_TYPES, to -> write(withTypes(document(WorkbookPackage.CONTENT_TYPES)), to));
        zip.finish();
        parts.close();
    }

    private static String relationsPart(String part) {
        var slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    private static void put(ZipArchiveOutputStream zip, String part, Consumer<OutputStream> write) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(part));
        write.accept(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() {
                // the part ends, the package goes on
            }
        });
        zip.closeArchiveEntry();
    }

    // The sheet

    private void writeSheet(OutputStream to) {
        try (var xml = parts.xml(sheet.part())) {
            var out = XML.createXMLStreamWriter(to, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new SheetCopy(xml, out).copy();
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies the sheet's XML, changing rows on the way. */
    private final class SheetCopy {
        private final WorkbookPackage.Xml xml;
        private final XMLStreamReader in;
        private final XMLStreamWriter out;
        private String prefix = "";
        private String namespace = MAIN;
        private int widest;
        private boolean widths;
        private boolean drawing;

        SheetCopy(WorkbookPackage.Xml xml, XMLStreamWriter out) {
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
            if (AFTER_DRAWING.contains(name)) {
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
            if (!drawing && !commented && !comments.isEmpty()) {
                begin("legacyDrawing");
                out.writeAttribute("r", OFFICE, "id", DRAWING_ID);
                out.writeNamespace("r", OFFICE);
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
                if (event == XMLStreamConstants.START_ELEMENT
                        && in.getLocalName().equals("c")) {
                    var position = XlsxFile.position(xml.attribute("r"), next);
                    next = position + 1;
                    insert(row, pending.headMap(position), style);
                    if (position < annotated.reasonsAt()) {
                        style = xml.number("s", -1);
                    }
                    if (position == annotated.reasonsAt() && (reasons != null || annotated.hasReasonsAlready())) {
                        skip();
                        continue;
                    }
                    var why = pending.remove(position);
                    if (why == null) {
                        start(Map.of());
                    } else {
                        comment(row, position, why);
                        start(Map.of("s", mark(Math.max(0, xml.number("s", 0)))));
                    }
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
                    out.writeCharacters(fitting(one.getValue()));
                    out.writeEndElement();
                    out.writeEndElement();
                } else {
                    comment(row, one.getKey(), one.getValue());
                    out.writeAttribute("s", mark(0));
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
                if (!changed.containsKey(name)
                        || !orNone(in.getAttributePrefix(at)).isEmpty()) {
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
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String mark(int style) {
        if (styles == null || style >= firstNewStyle) {
            return String.valueOf(style);
        }
        return String.valueOf(marked.computeIfAbsent(style, _ -> firstNewStyle + marked.size()));
    }

    private void comment(int row, int position, String text) {
        if (comments.size() < AnnotatedWorkbook.MOST_COMMENTS) {
            comments.add(new Comment(row, position, fitting(text)));
        }
    }

    // The small parts

    private Document withMarks(Document styles) {
        var fills = elements(styles, "fills").getFirst();
        var fill = child(fills, "fill");
        var pattern = child(fill, "patternFill");
        pattern.setAttribute("patternType", "solid");
        child(pattern, "fgColor").setAttribute("rgb", "FF" + COLOUR);
        child(pattern, "bgColor").setAttribute("indexed", "64");
        var filled = String.valueOf(elements(fills, "fill").size() - 1);
        fills.setAttribute("count", String.valueOf(elements(fills, "fill").size()));
        var cells = elements(styles, "cellXfs").getFirst();
        var all = elements(cells, "xf");
        for (var style : marked.keySet()) {
            var twin = (Element) all.get(style).cloneNode(true);
            twin.setAttribute("fillId", filled);
            twin.setAttribute("applyFill", "1");
            cells.appendChild(twin);
        }
        cells.setAttribute("count", String.valueOf(all.size() + marked.size()));
        return styles;
    }

    private Document relationsOf(String part) {
        if (parts.has(part)) {
            return document(part);
        }
        var document = builder().newDocument();
        document.appendChild(document.createElementNS(PACKAGE, "Relationships"));
        return document;
    }

    private Document withComments(Document relations) {
        if (!commented && !comments.isEmpty()) {
            relation(relations, "rIdReasons", "comments", COMMENTS);
            relation(relations, DRAWING_ID, "vmlDrawing", DRAWING);
        }
        return relations;
    }

    private static void relation(Document relations, String id, String type, String target) {
        var relation = child(relations.getDocumentElement(), "Relationship");
        relation.setAttribute("Id", id);
        relation.setAttribute("Type", OFFICE + "/" + type);
        relation.setAttribute("Target", "/" + target);
    }

    private Document withTypes(Document types) {
        if (!commented && !comments.isEmpty()) {
            var root = types.getDocumentElement();
            if (elements(root, "Default").stream()
                    .noneMatch(type -> type.getAttribute("Extension").equals("vml"))) {
                var drawing = types.createElementNS(TYPES, "Default");
                drawing.setAttribute("Extension", "vml");
                drawing.setAttribute("ContentType", "application/vnd.openxmlformats-officedocument.vmlDrawing");
                root.insertBefore(drawing, root.getFirstChild());
            }
            var type = child(root, "Override");
            type.setAttribute("PartName", "/" + COMMENTS);
            type.setAttribute(
                    "ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
        }
        return types;
    }

    private void writeComments(OutputStream to) {
        try {
            var out = XML.createXMLStreamWriter(to, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("", "comments", MAIN);
            out.writeDefaultNamespace(MAIN);
            out.writeStartElement("", "authors", MAIN);
            out.writeStartElement("", "author", MAIN);
            out.writeCharacters("Party Register");
            out.writeEndElement();
            out.writeEndElement();
            out.writeStartElement("", "commentList", MAIN);
            for (var comment : comments) {
                out.writeStartElement("", "comment", MAIN);
                out.writeAttribute("ref", CellReference.convertNumToColString(comment.position()) + comment.row());
                out.writeAttribute("authorId", "0");
                out.writeStartElement("", "text", MAIN);
                out.writeStartElement("", "t", MAIN);
                out.writeCharacters(comment.text());
                out.writeEndElement();
                out.writeEndElement();
                out.writeEndElement();
            }
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeDrawing(OutputStream to) {
        var shapes = new StringBuilder("""
                <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
                xmlns:x="urn:schemas-microsoft-com:office:excel">
                <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
                <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
                <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
                """);
        for (var at = 0; at < comments.size(); at++) {
            var comment = comments.get(at);
            shapes.append("""
                    <v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" \
                    fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>\
                    <v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/>\
                    <x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
                    <x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>
                    """.formatted(
                            1025 + at,
                            comment.position() + 1,
                            comment.row() - 1,
                            comment.position() + 4,
                            comment.row() + 3,
                            comment.row() - 1,
                            comment.position()));
        }
        try {
            to.write(shapes.append("</xml>").toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element child(Element parent, String name) {
        var namespace = parent.getNamespaceURI();
        var prefix = parent.getPrefix();
        var child = parent.getOwnerDocument().createElementNS(namespace, prefix == null ? name : prefix + ":" + name);
        parent.appendChild(child);
        return child;
    }

    private static List<Element> elements(Node below, String name) {
        var found = new ArrayList<Element>();
        var start = below instanceof Document document ? document.getDocumentElement() : below;
        for (var node = start.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private Document document(String part) {
        try (var in = parts.open(part)) {
            return builder().parse(in);
        } catch (IOException | SAXException _) {
            throw WorkbookPackage.broken();
        }
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Document document, OutputStream to) {
        try {
            document.setXmlStandalone(true);
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(to));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}

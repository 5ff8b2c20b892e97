package vn.partyregister.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Document;

/**
 * The comments on faulty cells: a part with their texts, a drawing with their boxes, and the mentions of both in the
 * package. A sheet that has comments already gets no more of them: the column of reasons says all.
 */
final class SheetComments {
    static final String TEXTS = "xl/comments9001.xml";
    static final String DRAWING = "xl/drawings/vmlDrawing9001.vml";
    static final String DRAWING_ID = "rIdReasonsDrawing";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

    private final boolean wanted;
    private final List<Comment> comments = new ArrayList<>();

    private record Comment(int row, int position, String text) {}

    SheetComments(WorkbookPackage parts, String sheet) {
        wanted = parts.relations(sheet).values().stream()
                .noneMatch(relation ->
                        relation.type().endsWith("/comments") || relation.type().endsWith("/vmlDrawing"));
    }

    void add(int row, int position, String text) {
        if (wanted && comments.size() < AnnotatedWorkbook.MOST_COMMENTS) {
            comments.add(new Comment(row, position, AnnotatedWorkbook.fitting(text)));
        }
    }

    boolean isEmpty() {
        return comments.isEmpty();
    }

    /** The relations of the sheet, with those to its comments. */
    Document related(Document relations) {
        if (!isEmpty()) {
            relation(relations, "rIdReasons", "comments", TEXTS);
            relation(relations, DRAWING_ID, "vmlDrawing", DRAWING);
        }
        return relations;
    }

    private static void relation(Document relations, String id, String type, String target) {
        var relation = SmallParts.child(relations.getDocumentElement(), "Relationship");
        relation.setAttribute("Id", id);
        relation.setAttribute("Type", SmallParts.OFFICE + "/" + type);
        relation.setAttribute("Target", "/" + target);
    }

    /** The list of contents, with the comments. */
    Document listed(Document types) {
        if (!isEmpty()) {
            var root = types.getDocumentElement();
            if (SmallParts.elements(root, "Default").stream()
                    .noneMatch(type -> type.getAttribute("Extension").equals("vml"))) {
                var drawing = types.createElementNS(TYPES, "Default");
                drawing.setAttribute("Extension", "vml");
                drawing.setAttribute("ContentType", "application/vnd.openxmlformats-officedocument.vmlDrawing");
                root.insertBefore(drawing, root.getFirstChild());
            }
            var type = SmallParts.child(root, "Override");
            type.setAttribute("PartName", "/" + TEXTS);
            type.setAttribute(
                    "ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
        }
        return types;
    }

    void writeTexts(OutputStream to) {
        try {
            var out = PackageAnnotation.XML.createXMLStreamWriter(to, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("", "comments", SmallParts.MAIN);
            out.writeDefaultNamespace(SmallParts.MAIN);
            out.writeStartElement("", "authors", SmallParts.MAIN);
            out.writeStartElement("", "author", SmallParts.MAIN);
            out.writeCharacters("Party Register");
            out.writeEndElement();
            out.writeEndElement();
            out.writeStartElement("", "commentList", SmallParts.MAIN);
            for (var comment : comments) {
                out.writeStartElement("", "comment", SmallParts.MAIN);
                out.writeAttribute("ref", CellReference.convertNumToColString(comment.position()) + comment.row());
                out.writeAttribute("authorId", "0");
                out.writeStartElement("", "text", SmallParts.MAIN);
                out.writeStartElement("", "t", SmallParts.MAIN);
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

    void writeDrawing(OutputStream to) {
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
}

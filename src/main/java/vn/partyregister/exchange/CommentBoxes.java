package vn.partyregister.exchange;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The drawing of a sheet that holds the boxes of its comments, among whatever else the user put there. */
final class CommentBoxes {
    private static final String EMPTY = """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:x="urn:schemas-microsoft-com:office:excel">
            <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>\
            <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
            <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>
            """;

    private static final String BOX = """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:x="urn:schemas-microsoft-com:office:excel">\
            <v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" \
            fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>\
            <v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/>\
            <x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
            <x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape></xml>
            """;

    private static final Pattern SHAPE_ID = Pattern.compile("_x0000_s(\\d{1,8})");
    private static final int FIRST_ID = 1025;

    private final Document document;
    private int next;

    private CommentBoxes(Document document) {
        this.document = document;
        next = shapes().map(shape -> SHAPE_ID.matcher(shape.getAttribute("id")))
                .filter(java.util.regex.Matcher::matches)
                .mapToInt(id -> Integer.parseInt(id.group(1)) + 1)
                .max()
                .orElse(FIRST_ID);
    }

    /** @param there null where the sheet has no drawing of boxes yet */
    static CommentBoxes of(@Nullable Document there) {
        var empty = SmallParts.parsed(EMPTY);
        if (there == null) {
            return new CommentBoxes(empty);
        }
        if (SmallParts.elements(there, "shapetype").stream()
                .noneMatch(type -> type.getAttribute("id").equals("_x0000_t202"))) {
            SmallParts.elements(empty, "shapetype")
                    .forEach(type -> there.getDocumentElement().appendChild(there.importNode(type, true)));
        }
        return new CommentBoxes(there);
    }

    private Stream<Element> shapes() {
        return SmallParts.elements(document, "shape").stream();
    }

    /** Takes away the boxes of comments that are no more. */
    void remove(Set<String> cells) {
        shapes().filter(shape -> SmallParts.elements(shape, "ClientData").stream()
                        .anyMatch(box -> box.getAttribute("ObjectType").equals("Note") && cells.contains(cell(box))))
                .forEach(document.getDocumentElement()::removeChild);
    }

    private static String cell(Element box) {
        return CellReference.convertNumToColString(number(box, "Column")) + (number(box, "Row") + 1);
    }

    private static int number(Element box, String name) {
        return SmallParts.elements(box, name).stream()
                .map(found -> found.getTextContent().strip())
                .filter(text -> text.matches("\\d{1,7}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    void add(SheetComments.Comment comment) {
        var row = comment.row() - 1;
        var column = comment.position();
        var box = SmallParts.parsed(BOX.formatted(next++, column + 1, row, column + 4, row + 4, row, column));
        document.getDocumentElement()
                .appendChild(document.importNode(box.getDocumentElement().getFirstChild(), true));
    }

    Document document() {
        return document;
    }
}

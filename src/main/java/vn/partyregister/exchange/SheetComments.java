package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import vn.partyregister.platform.Refusal;

/**
 * The comments on the faulty cells of a sheet, beside those that the user wrote; those of an earlier round are taken away.
 * A part holds their texts, a drawing their boxes; both are known only once the sheet is copied, which names its drawing.
 */
final class SheetComments {
    private static final String COMMENTS_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

    private final WorkbookPackage parts;
    private final String sheet;
    private final @Nullable String textsThere;
    private final String texts;
    private final String newDrawing;
    private final List<Comment> comments = new ArrayList<>();
    private @Nullable String drawingThere;

    /** What is wrong with a cell. */
    record Comment(int row, int position, String text) {
        String cell() {
            return CellReference.convertNumToColString(position) + row;
        }
    }

    /** What takes the place of parts of the package, or comes to them. */
    record Written(String part, Document content) {}

    SheetComments(WorkbookPackage parts, String sheet) {
        this.parts = parts;
        this.sheet = sheet;
        textsThere = parts.related(sheet, "comments").orElse(null);
        texts = textsThere != null ? textsThere : free("xl/comments%d.xml");
        newDrawing = free("xl/drawings/vmlDrawing%d.vml");
    }

    private String free(String pattern) {
        return IntStream.iterate(9001, number -> number + 1)
                .mapToObj(pattern::formatted)
                .filter(name -> !parts.has(name))
                .findFirst()
                .orElseThrow();
    }

    void add(int row, int position, String text) {
        if (comments.size() < AnnotatedWorkbook.MOST_COMMENTS) {
            comments.add(new Comment(row, position, AnnotatedWorkbook.fitting(text)));
        }
    }

    /** The sheet has a drawing of boxes already: its relation. */
    void drawnIn(String relation) {
        drawingThere = Optional.ofNullable(parts.relations(sheet).get(relation))
                .map(WorkbookPackage.Relation::target)
                .filter(parts::has)
                .orElse(null);
    }

    /** The relation that the sheet must name before its drawing is known; null where no comment asks for one. */
    @Nullable
    String drawing() {
        return comments.isEmpty() ? null : newId("rIdReasonsDrawing");
    }

    private String newId(String wanted) {
        var taken = parts.relations(sheet).keySet();
        return Stream.iterate(wanted, name -> name + "_")
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean isUntouched() {
        return comments.isEmpty() && textsThere == null;
    }

    /**
     * The parts of the comments; none where there is nothing to change.
     *
     * <p>A drawing of boxes that is no XML, as some programs write it, is left alone with its comments.
     */
    List<Written> written() {
        if (isUntouched()) {
            return List.of();
        }
        var list = CommentTexts.of(textsThere == null ? null : SmallParts.document(parts, textsThere));
        CommentBoxes boxes;
        try {
            boxes = CommentBoxes.of(drawingThere == null ? null : SmallParts.document(parts, drawingThere));
        } catch (Refusal _) {
            comments.clear();
            return List.of();
        }
        boxes.remove(list.removeOurs());
        comments.stream().filter(comment -> !list.append(comment)).forEach(comment -> {
            list.add(comment);
            boxes.add(comment);
        });
        return drawingThere == null && comments.isEmpty()
                ? List.of(new Written(texts, list.document()))
                : List.of(
                        new Written(texts, list.document()),
                        new Written(drawingThere == null ? newDrawing : drawingThere, boxes.document()));
    }

    /** The relations of the sheet, with those to its comments. */
    Document related(Document relations, Set<String> written) {
        if (textsThere == null && written.contains(texts)) {
            relation(relations, newId("rIdReasons"), "comments", texts);
        }
        if (written.contains(newDrawing)) {
            relation(relations, newId("rIdReasonsDrawing"), "vmlDrawing", newDrawing);
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
    Document listed(Document types, Set<String> written) {
        var root = types.getDocumentElement();
        if (written.contains(newDrawing)
                && SmallParts.elements(root, "Default").stream()
                        .noneMatch(type -> type.getAttribute("Extension").equals("vml"))) {
            var drawing = types.createElementNS(TYPES, "Default");
            drawing.setAttribute("Extension", "vml");
            drawing.setAttribute("ContentType", DRAWING_TYPE);
            root.insertBefore(drawing, root.getFirstChild());
        }
        if (textsThere == null && written.contains(texts)) {
            var type = SmallParts.child(root, "Override");
            type.setAttribute("PartName", "/" + texts);
            type.setAttribute("ContentType", COMMENTS_TYPE);
        }
        return types;
    }
}

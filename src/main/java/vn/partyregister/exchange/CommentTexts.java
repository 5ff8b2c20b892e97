package vn.partyregister.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The part of a workbook that holds the texts of a sheet's comments. */
final class CommentTexts {
    private final Document document;
    private final Element authors;
    private final Element list;
    private final Map<String, Element> byCell = new HashMap<>();

    private CommentTexts(Document document) {
        this.document = document;
        authors = only("authors");
        list = only("commentList");
        SmallParts.elements(list, "comment").forEach(comment -> byCell.put(comment.getAttribute("ref"), comment));
    }

    /** @param there null where the sheet has no comments yet */
    static CommentTexts of(@Nullable Document there) {
        return new CommentTexts(there != null ? there : SmallParts.empty(SmallParts.MAIN, "comments"));
    }

    private Element only(String name) {
        return SmallParts.elements(document, name).stream()
                .findFirst()
                .orElseGet(() -> SmallParts.child(document.getDocumentElement(), name));
    }

    /** Takes away what the program wrote in an earlier round; gives the cells that have no comment any more. */
    Set<String> removeOurs() {
        var our = String.valueOf(author());
        var gone = new HashSet<String>();
        for (var comment : SmallParts.elements(list, "comment")) {
            if (comment.getAttribute("authorId").equals(our)) {
                list.removeChild(comment);
                gone.add(comment.getAttribute("ref"));
            } else {
                SmallParts.elements(comment, "text").forEach(CommentTexts::removeAdded);
            }
        }
        byCell.keySet().removeAll(gone);
        return gone;
    }

    /** The place of our name among the authors, with it there. */
    private int author() {
        var names = SmallParts.elements(authors, "author").stream()
                .map(Element::getTextContent)
                .toList();
        if (!names.contains(Mark.AUTHOR)) {
            SmallParts.child(authors, "author").setTextContent(Mark.AUTHOR);
            return names.size();
        }
        return names.indexOf(Mark.AUTHOR);
    }

    private static void removeAdded(Element text) {
        var left = Mark.ownLength(text.getTextContent());
        for (var run : runs(text)) {
            var words = run.getTextContent();
            if (left < words.length()) {
                SmallParts.elements(run, "t").forEach(run::removeChild);
                SmallParts.child(run, "t").setTextContent(words.substring(0, left));
                keepSpaces(SmallParts.elements(run, "t").getFirst());
            }
            if (left == 0) {
                text.removeChild(run);
            }
            left = Math.max(0, left - words.length());
        }
    }

    /** The runs of a text; a text that has none gets one. */
    private static List<Element> runs(Element text) {
        for (var bare : SmallParts.elements(text, "t")) {
            var run = text.getOwnerDocument().createElementNS(text.getNamespaceURI(), sibling(text, "r"));
            text.replaceChild(run, bare);
            run.appendChild(bare);
        }
        return SmallParts.elements(text, "r");
    }

    private static String sibling(Element of, String name) {
        return of.getPrefix() == null ? name : of.getPrefix() + ":" + name;
    }

    /** Adds to the comment that the user wrote on this cell; false where there is none. */
    boolean append(SheetComments.Comment comment) {
        var there = byCell.get(comment.cell());
        if (there == null) {
            return false;
        }
        var text = SmallParts.elements(there, "text").stream()
                .findFirst()
                .orElseGet(() -> SmallParts.child(there, "text"));
        var runs = runs(text);
        var run = document.createElementNS(text.getNamespaceURI(), sibling(text, "r"));
        text.insertBefore(
                run, runs.isEmpty() ? text.getFirstChild() : runs.getLast().getNextSibling());
        write(run, Mark.added(comment.text()));
        return true;
    }

    void add(SheetComments.Comment comment) {
        var added = SmallParts.child(list, "comment");
        added.setAttribute("ref", comment.cell());
        added.setAttribute("authorId", String.valueOf(author()));
        write(SmallParts.child(added, "text"), comment.text());
    }

    private static void write(Element into, String text) {
        var written = SmallParts.child(into, "t");
        keepSpaces(written);
        written.setTextContent(text);
    }

    private static void keepSpaces(Element text) {
        text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }

    Document document() {
        return document;
    }
}

package vn.partyregister.exchange;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The styles of a workbook's cells, each with a marked twin where a cell of it is faulty, and each marked one of an earlier
 * round with its plain twin where a cell of it is faulty no more. What a cell was filled with is kept in its marked twin
 * where a plain fill shows nothing: in the background's colour.
 */
final class MarkedStyles {
    private static final String SOLID = "solid";

    private final @Nullable Document styles;
    private final BitSet marks = new BitSet();
    private final int firstNew;
    /** What cells carry to what they get instead, in the order they were met. */
    private final Map<Change, Integer> twins = new LinkedHashMap<>();

    private record Change(int style, boolean marked) {}

    /** @param part null in a workbook that has no styles: its cells stay unmarked */
    MarkedStyles(WorkbookPackage parts, @Nullable String part) {
        styles = part == null ? null : SmallParts.document(parts, part);
        var all = styles == null ? List.<Element>of() : cells(styles);
        firstNew = all.size();
        for (var at = 0; at < all.size(); at++) {
            marks.set(at, isMark(fillOf(all.get(at))));
        }
    }

    private static List<Element> cells(Document styles) {
        return SmallParts.elements(only(styles, "cellXfs"), "xf");
    }

    private static Element only(Document styles, String name) {
        return SmallParts.elements(styles, name).stream().findFirst().orElseThrow(WorkbookPackage::broken);
    }

    private Optional<Element> fillOf(Element style) {
        var fills = SmallParts.elements(only(Objects.requireNonNull(styles), "fills"), "fill");
        var id = style.getAttribute("fillId");
        return id.matches("\\d{1,6}") && Integer.parseInt(id) < fills.size()
                ? SmallParts.elements(fills.get(Integer.parseInt(id)), "patternFill").stream()
                        .filter(pattern -> pattern.getAttribute("patternType").equals(SOLID))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isMark(Optional<Element> pattern) {
        return pattern.flatMap(found -> colour(found, "fgColor"))
                .filter(MarkedStyles::isOurs)
                .isPresent();
    }

    private static Optional<Element> colour(Element pattern, String name) {
        return SmallParts.elements(pattern, name).stream().findFirst();
    }

    private static boolean isOurs(Element colour) {
        return colour.getAttribute("rgb").equalsIgnoreCase("FF" + AnnotatedWorkbook.COLOUR);
    }

    /** Whether a cell of this style was marked in an earlier round. */
    boolean isMarked(int style) {
        return marks.get(style);
    }

    /** What a faulty cell of this style carries instead. */
    String marked(int style) {
        return isMarked(style) || style >= firstNew ? String.valueOf(style) : twin(new Change(style, true));
    }

    /** What a cell of a marked style carries that is faulty no more. */
    String plain(int style) {
        return twin(new Change(style, false));
    }

    private String twin(Change change) {
        return String.valueOf(twins.computeIfAbsent(change, _ -> firstNew + twins.size()));
    }

    /** The styles with the twins that were asked for. */
    Document withTwins() {
        var document = Objects.requireNonNull(styles);
        var fills = only(document, "fills");
        var cells = only(document, "cellXfs");
        var all = cells(document);
        for (var change : twins.keySet()) {
            var style = all.get(change.style());
            var before = fillOf(style);
            var fill = SmallParts.child(SmallParts.child(fills, "fill"), "patternFill");
            if (change.marked()) {
                mark(fill, before.flatMap(pattern -> colour(pattern, "fgColor")));
            } else {
                restore(fill, before.flatMap(pattern -> colour(pattern, "bgColor")));
            }
            var twin = (Element) style.cloneNode(true);
            twin.setAttribute(
                    "fillId", String.valueOf(SmallParts.elements(fills, "fill").size() - 1));
            twin.setAttribute("applyFill", "1");
            cells.appendChild(twin);
        }
        fills.setAttribute(
                "count", String.valueOf(SmallParts.elements(fills, "fill").size()));
        cells.setAttribute("count", String.valueOf(firstNew + twins.size()));
        return document;
    }

    private static void mark(Element fill, Optional<Element> before) {
        fill.setAttribute("patternType", SOLID);
        SmallParts.child(fill, "fgColor").setAttribute("rgb", "FF" + AnnotatedWorkbook.COLOUR);
        var kept = SmallParts.child(fill, "bgColor");
        before.ifPresentOrElse(colour -> copy(colour, kept), () -> kept.setAttribute("indexed", "64"));
    }

    /** Some programs write the colour of the fill as that of its background too: no fill then. */
    private static void restore(Element fill, Optional<Element> kept) {
        var before = kept.filter(colour ->
                !colour.getAttribute("indexed").equals("64") && !colour.hasAttribute("auto") && !isOurs(colour));
        fill.setAttribute("patternType", before.isPresent() ? SOLID : "none");
        before.ifPresent(colour -> {
            copy(colour, SmallParts.child(fill, "fgColor"));
            SmallParts.child(fill, "bgColor").setAttribute("indexed", "64");
        });
    }

    private static void copy(Element from, Element to) {
        var attributes = from.getAttributes();
        for (var at = 0; at < attributes.getLength(); at++) {
            to.setAttribute(
                    attributes.item(at).getNodeName(), attributes.item(at).getNodeValue());
        }
    }
}

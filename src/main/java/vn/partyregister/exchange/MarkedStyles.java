package vn.partyregister.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The styles of a workbook's cells, each with a marked twin where a cell of it is faulty. */
final class MarkedStyles {
    private final WorkbookPackage parts;
    private final @Nullable String part;
    private final int firstNew;
    /** Style of a cell to its marked twin, in the order they were met. */
    private final Map<Integer, Integer> marked = new LinkedHashMap<>();

    /** @param part null in a workbook that has no styles: its cells stay unmarked */
    MarkedStyles(WorkbookPackage parts, @Nullable String part) {
        this.parts = parts;
        this.part = part;
        firstNew = part == null ? 0 : count(SmallParts.document(parts, part));
    }

    private static int count(Document styles) {
        var cells = SmallParts.elements(styles, "cellXfs").getFirst();
        return SmallParts.elements(cells, "xf").size();
    }

    /** What a cell of this style carries instead. */
    String marked(int style) {
        if (part == null || style >= firstNew) {
            return String.valueOf(style);
        }
        return String.valueOf(marked.computeIfAbsent(style, _ -> firstNew + marked.size()));
    }

    /** The styles with the twins that were asked for. */
    Document withMarks() {
        var styles = SmallParts.document(parts, Objects.requireNonNull(part));
        var fills = SmallParts.elements(styles, "fills").getFirst();
        var fill = SmallParts.child(fills, "fill");
        var pattern = SmallParts.child(fill, "patternFill");
        pattern.setAttribute("patternType", "solid");
        SmallParts.child(pattern, "fgColor").setAttribute("rgb", "FF" + AnnotatedWorkbook.COLOUR);
        SmallParts.child(pattern, "bgColor").setAttribute("indexed", "64");
        var filled = String.valueOf(SmallParts.elements(fills, "fill").size() - 1);
        fills.setAttribute(
                "count", String.valueOf(SmallParts.elements(fills, "fill").size()));
        var cells = SmallParts.elements(styles, "cellXfs").getFirst();
        var all = SmallParts.elements(cells, "xf");
        for (var style : marked.keySet()) {
            var twin = (Element) all.get(style).cloneNode(true);
            twin.setAttribute("fillId", filled);
            twin.setAttribute("applyFill", "1");
            cells.appendChild(twin);
        }
        cells.setAttribute("count", String.valueOf(all.size() + marked.size()));
        return styles;
    }
}

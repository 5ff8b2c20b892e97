package vn.partyregister.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;

/**
 * The colour of faulty cells in an old workbook, laid over what a cell was filled with and taken off again. What it was
 * filled with is kept where a plain fill shows nothing: in the background's colour; the same colour stands for no fill.
 */
final class OldFills {
    private static final short COLOUR = IndexedColors.ROSE.getIndex();

    private final HSSFWorkbook book;
    private final Map<Short, HSSFCellStyle> marked = new HashMap<>();
    private final Map<Short, HSSFCellStyle> plain = new HashMap<>();

    OldFills(HSSFWorkbook book) {
        this.book = book;
    }

    void mark(HSSFCell cell) {
        var style = cell.getCellStyle();
        var before = isSolid(style) ? style.getFillForegroundColor() : COLOUR;
        if (!isSolid(style) || before != COLOUR) {
            cell.setCellStyle(marked.computeIfAbsent(
                    style.getIndex(),
                    _ -> copy(style, twin -> {
                        twin.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                        twin.setFillForegroundColor(COLOUR);
                        twin.setFillBackgroundColor(before);
                    })));
        }
    }

    void unmark(HSSFCell cell) {
        var style = cell.getCellStyle();
        if (isMarked(style)) {
            cell.setCellStyle(plain.computeIfAbsent(style.getIndex(), _ -> copy(style, OldFills::restore)));
        }
    }

    private static void restore(HSSFCellStyle twin) {
        if (twin.getFillBackgroundColor() == COLOUR) {
            twin.setFillPattern(FillPatternType.NO_FILL);
            twin.setFillForegroundColor(IndexedColors.AUTOMATIC.getIndex());
        } else {
            twin.setFillForegroundColor(twin.getFillBackgroundColor());
        }
        twin.setFillBackgroundColor(IndexedColors.AUTOMATIC.getIndex());
    }

    private HSSFCellStyle copy(HSSFCellStyle style, Consumer<HSSFCellStyle> change) {
        var copy = book.createCellStyle();
        copy.cloneStyleFrom(style);
        change.accept(copy);
        return copy;
    }

    private static boolean isMarked(HSSFCellStyle style) {
        return isSolid(style)
                && style.getFillForegroundColor() == COLOUR
                && style.getFillBackgroundColor() < IndexedColors.AUTOMATIC.getIndex();
    }

    private static boolean isSolid(HSSFCellStyle style) {
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND;
    }
}

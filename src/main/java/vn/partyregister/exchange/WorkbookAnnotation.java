package vn.partyregister.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** A workbook that fits into memory, new or old. */
final class WorkbookAnnotation {
    /** In 256ths of a character. */
    private static final int REASONS_WIDTH = 60 * 256;

    private final AnnotatedWorkbook annotated;
    private final byte[] file;
    private final Map<Short, CellStyle> marked = new HashMap<>();
    private int comments;

    WorkbookAnnotation(AnnotatedWorkbook annotated, byte[] file) {
        this.annotated = annotated;
        this.file = file;
    }

    void write(OutputStream out) throws IOException {
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            var sheet = book.getSheet(annotated.sheetName());
            var drawing = sheet.createDrawingPatriarch();
            if (annotated.hasReasonsAlready()) {
                sheet.forEach(this::clear);
            }
            annotated.faults().keySet().forEach(number -> annotate(book, row(sheet, number), drawing));
            var header = row(sheet, annotated.headerRow());
            reason(header);
            var before = header.getCell(annotated.reasonsAt() - 1);
            if (before != null && !annotated.hasReasonsAlready()) {
                cell(header, annotated.reasonsAt()).setCellStyle(before.getCellStyle());
            }
            sheet.setColumnWidth(annotated.reasonsAt(), REASONS_WIDTH);
            book.write(out);
        }
    }

    private static Row row(Sheet sheet, int number) {
        var row = sheet.getRow(number - 1);
        return row != null ? row : sheet.createRow(number - 1);
    }

    private static Cell cell(Row row, int position) {
        return row.getCell(position, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void clear(Row row) {
        var old = row.getCell(annotated.reasonsAt());
        if (old != null) {
            old.setBlank();
        }
    }

    private void annotate(Workbook book, Row row, Drawing<?> drawing) {
        annotated.marks(row.getRowNum() + 1).forEach((position, why) -> {
            var cell = cell(row, position);
            cell.setCellStyle(marked(book, cell.getCellStyle()));
            if (comments++ < AnnotatedWorkbook.MOST_COMMENTS) {
                comment(book.getCreationHelper(), drawing, cell, why);
            }
        });
        reason(row);
    }

    private void reason(Row row) {
        var reasons = annotated.reasons(row.getRowNum() + 1);
        if (reasons != null) {
            cell(row, annotated.reasonsAt()).setCellValue(AnnotatedWorkbook.fitting(reasons));
        }
    }

    private CellStyle marked(Workbook book, CellStyle style) {
        return marked.computeIfAbsent(style.getIndex(), _ -> {
            var copy = book.createCellStyle();
            copy.cloneStyleFrom(style);
            copy.setFillForegroundColor(IndexedColors.ROSE.getIndex());
            copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return copy;
        });
    }

    private static void comment(CreationHelper helper, Drawing<?> drawing, Cell cell, String why) {
        var there = cell.getCellComment();
        if (there != null) {
            there.setString(helper.createRichTextString(there.getString().getString() + "\n" + why));
            return;
        }
        var anchor = helper.createClientAnchor();
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 4);
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 4);
        var comment = drawing.createCellComment(anchor);
        comment.setString(helper.createRichTextString(why));
        cell.setCellComment(comment);
    }
}

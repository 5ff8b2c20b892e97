package vn.partyregister.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;

/** A workbook of the years before 2007, which goes through memory as a whole. */
final class OldAnnotation {
    /** In 256ths of a character. */
    private static final int REASONS_WIDTH = 60 * 256;

    private final AnnotatedWorkbook annotated;
    private final byte[] file;
    private int comments;

    OldAnnotation(AnnotatedWorkbook annotated, byte[] file) {
        this.annotated = annotated;
        this.file = file;
    }

    void write(OutputStream out) throws IOException {
        try (var book = new HSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheet(annotated.sheetName());
            var fills = new OldFills(book);
            sheet.forEach(row -> clear((HSSFRow) row, fills));
            clearComments(sheet);
            var drawing = sheet.createDrawingPatriarch();
            annotated.faults().keySet().forEach(number -> annotate(row(sheet, number), fills, drawing));
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

    private static HSSFRow row(HSSFSheet sheet, int number) {
        var row = sheet.getRow(number - 1);
        return row != null ? row : sheet.createRow(number - 1);
    }

    private static HSSFCell cell(HSSFRow row, int position) {
        return row.getCell(position, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void clear(HSSFRow row, OldFills fills) {
        var old = row.getCell(annotated.reasonsAt());
        if (old != null && annotated.hasReasonsAlready()) {
            old.setBlank();
        }
        row.forEach(cell -> fills.unmark((HSSFCell) cell));
    }

    private static void clearComments(HSSFSheet sheet) {
        new ArrayList<>(sheet.getCellComments().entrySet()).forEach(found -> {
            var comment = found.getValue();
            var text = comment.getString().getString();
            if (Mark.AUTHOR.equals(comment.getAuthor())) {
                var at = found.getKey();
                cell(row(sheet, at.getRow() + 1), at.getColumn()).removeCellComment();
            } else if (Mark.ownLength(text) < text.length()) {
                comment.setString(new HSSFRichTextString(text.substring(0, Mark.ownLength(text))));
            }
        });
    }

    private void annotate(HSSFRow row, OldFills fills, HSSFPatriarch drawing) {
        annotated.marks(row.getRowNum() + 1).forEach((position, why) -> {
            var cell = cell(row, position);
            fills.mark(cell);
            if (comments++ < AnnotatedWorkbook.MOST_COMMENTS) {
                comment(drawing, cell, why);
            }
        });
        reason(row);
    }

    private void reason(HSSFRow row) {
        var reasons = annotated.reasons(row.getRowNum() + 1);
        if (reasons != null) {
            cell(row, annotated.reasonsAt()).setCellValue(AnnotatedWorkbook.fitting(reasons));
        }
    }

    private static void comment(HSSFPatriarch drawing, HSSFCell cell, String why) {
        var there = cell.getCellComment();
        if (there != null) {
            there.setString(new HSSFRichTextString(there.getString().getString() + Mark.added(why)));
            return;
        }
        var row = cell.getRowIndex();
        var column = cell.getColumnIndex();
        var comment = drawing.createCellComment(
                new HSSFClientAnchor(0, 0, 0, 0, (short) (column + 1), row, (short) (column + 4), row + 4));
        comment.setString(new HSSFRichTextString(why));
        comment.setAuthor(Mark.AUTHOR);
        cell.setCellComment(comment);
    }
}

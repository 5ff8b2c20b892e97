package vn.partyregister.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A large old workbook as a new one: its values, the faulty cells marked, and the reasons. */
final class RewrittenWorkbook {
    private static final int KEPT = 500;
    private static final int REASONS_WIDTH = 60;

    private final AnnotatedWorkbook annotated;
    private final SheetFile file;

    RewrittenWorkbook(AnnotatedWorkbook annotated, SheetFile file) {
        this.annotated = annotated;
        this.file = file;
    }

    void write(OutputStream out) throws IOException {
        var book = new Workbook(out, "Party Register", "1.0");
        var sheet = book.newWorksheet(file.sheet());
        sheet.width(annotated.reasonsAt(), REASONS_WIDTH);
        var count = 0;
        try (var rows = file.rows()) {
            for (var row : (Iterable<SheetRow>) rows::iterator) {
                write(row, sheet);
                if (++count % KEPT == 0) {
                    sheet.flush();
                }
            }
        }
        book.finish();
    }

    private void write(SheetRow row, Worksheet sheet) {
        var line = row.number() - 1;
        for (var at = 0; at < row.cells().size(); at++) {
            if (at != annotated.reasonsAt()) {
                write(row.at(at), line, at, sheet);
            }
        }
        annotated.marks(row.number()).forEach((position, _) -> {
            var day = row.at(position).kind() == Cell.Kind.DATE;
            var style = sheet.style(line, position).fillColor(AnnotatedWorkbook.COLOUR);
            (day ? style.format("dd/mm/yyyy") : style).set();
        });
        var reasons = annotated.reasons(row.number());
        if (reasons != null) {
            sheet.inlineString(line, annotated.reasonsAt(), AnnotatedWorkbook.fitting(reasons));
        }
    }

    private static void write(Cell cell, int line, int at, Worksheet sheet) {
        switch (cell.kind()) {
            case EMPTY -> {}
            case NUMBER -> sheet.value(line, at, new BigDecimal(cell.text()));
            case BOOLEAN -> sheet.value(line, at, Boolean.valueOf(cell.text()));
            case DATE -> {
                if (cell.text().length() == "yyyy-MM-dd".length()) {
                    sheet.value(line, at, LocalDate.parse(cell.text()));
                    sheet.style(line, at).format("dd/mm/yyyy").set();
                } else {
                    sheet.inlineString(line, at, cell.text());
                }
            }
            case TEXT, FORMULA, ERROR -> sheet.inlineString(line, at, AnnotatedWorkbook.fitting(cell.text()));
        }
    }
}

package vn.partyregister.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet, its heading frozen, written through as it grows. */
final class XlsxTableWriter<T> implements TableWriter<T> {
    /** Rows kept back at most; the widths of the columns are taken from the first ones. */
    private static final int KEPT = 200;

    private static final int WIDEST = 50;
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_TITLE = 31;
    /** Before it, Excel's calendar has a day too many. */
    private static final LocalDate FIRST_TRUE_DAY = LocalDate.of(1900, 3, 1);

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Pattern NOT_IN_TITLE = Pattern.compile("[\\[\\]:*?/\\\\']");

    private final List<TableColumn<T>> columns;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final int[] widths;
    private int next;

    XlsxTableWriter(OutputStream out, String title, List<TableColumn<T>> columns) {
        this.columns = List.copyOf(columns);
        workbook = new Workbook(out, "Party Register", "1.0");
        sheet = workbook.newWorksheet(cut(NOT_IN_TITLE.matcher(title).replaceAll(" "), LONGEST_TITLE));
        sheet.freezePane(0, 1);
        widths = new int[columns.size()];
        for (int at = 0; at < columns.size(); at++) {
            text(at, columns.get(at).heading());
        }
        if (!columns.isEmpty()) {
            sheet.range(0, 0, 0, columns.size() - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
        }
        next = 1;
    }

    @Override
    public void row(T row) throws IOException {
        for (int at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            write(at, column.kind(), column.value().apply(row));
        }
        next++;
        if (next % KEPT == 0) {
            flush();
        }
    }

    @Override
    public void finish() throws IOException {
        if (next < KEPT) {
            setWidths();
        }
        workbook.finish();
    }

    private void flush() throws IOException {
        if (next == KEPT) {
            setWidths();
        }
        sheet.flush();
    }

    private void setWidths() {
        for (int at = 0; at < widths.length; at++) {
            sheet.width(at, widths[at] + 2);
        }
    }

    private void write(int at, TableColumn.Kind kind, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDate day -> day(at, day);
            case PartialDate date when date.precision() == PartialDate.Precision.DAY -> day(at, date.earliest());
            case Number number -> {
                sheet.value(next, at, number);
                if (kind == TableColumn.Kind.PERCENT) {
                    sheet.style(next, at).format("0.00%").set();
                }
                widen(at, 8);
            }
            default -> text(at, value.toString());
        }
    }

    private void day(int at, LocalDate day) {
        if (day.isBefore(FIRST_TRUE_DAY)) {
            text(at, Dates.write(day));
        } else {
            sheet.value(next, at, day);
            sheet.style(next, at).format("dd/mm/yyyy").set();
            widen(at, 10);
        }
    }

    private void text(int at, String text) {
        sheet.inlineString(
                next, at, cut(FormulaGuard.guard(NOT_IN_XML.matcher(text).replaceAll("")), LONGEST_CELL));
        widen(at, text.length());
    }

    private void widen(int at, int length) {
        widths[at] = Math.clamp(length, widths[at], WIDEST);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}

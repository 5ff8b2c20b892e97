package vn.partyregister.platform;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A printed list, written through page by page as its rows come. */
final class PdfTableWriter<T> implements TableWriter<T> {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final int ROWS_KEPT = 50;
    private static final float TEXT = 8;
    private static final float PADDING = 2;

    private final PrintTable<T> printed;
    private final Document document;
    private final PdfPTable table;
    private final Font text = PrintFace.REGULAR.at(TEXT);
    private final Font bold = PrintFace.BOLD.at(TEXT);
    private int kept;

    PdfTableWriter(OutputStream out, PrintTable<T> printed, String imprint, String page) {
        this.printed = printed;
        document = new Document(printed.wide() ? PageSize.A4.rotate() : PageSize.A4);
        if (printed.wide()) {
            document.setMargins(15 * MILLIMETRE, 10 * MILLIMETRE, 12 * MILLIMETRE, 14 * MILLIMETRE);
        } else {
            document.setMargins(20 * MILLIMETRE, 12 * MILLIMETRE, 15 * MILLIMETRE, 15 * MILLIMETRE);
        }
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.open();
        writer.setPageEvent(new PrintFoot(writer, imprint, page));
        document.addTitle(printed.head().title());
        head(printed.head());
        table = table();
    }

    @Override
    public void row(T row) {
        for (var column : printed.columns()) {
            table.addCell(cell(column.value().apply(row), text, Element.ALIGN_LEFT));
        }
        kept++;
        if (kept % ROWS_KEPT == 0) {
            document.add(table);
        }
    }

    @Override
    public void finish() {
        if (kept == 0) {
            table.setHeaderRows(0); // heads alone are not drawn
        }
        table.setComplete(true);
        document.add(table);
        document.close();
    }

    private void head(PrintHead head) {
        var sides = new PdfPTable(new float[] {1, 1});
        sides.setWidthPercentage(100);
        sides.addCell(side(head.superior(), PrintFace.REGULAR.at(11), Element.ALIGN_CENTER));
        sides.addCell(side(head.form(), PrintFace.ITALIC.at(10), Element.ALIGN_RIGHT));
        sides.addCell(side(head.body(), PrintFace.BOLD.at(11), Element.ALIGN_CENTER));
        sides.addCell(side(null, text, Element.ALIGN_RIGHT));
        document.add(sides);
        var title = new Paragraph(PrintText.printable(head.title()), PrintFace.BOLD.at(14));
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingBefore(4);
        document.add(title);
        for (var line : head.lines()) {
            var below = new Paragraph(PrintText.printable(line), PrintFace.ITALIC.at(10));
            below.setAlignment(Element.ALIGN_CENTER);
            document.add(below);
        }
    }

    private static PdfPCell side(@Nullable String written, Font font, int alignment) {
        var cell = cell(written, font, alignment);
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }

    private PdfPTable table() {
        var columns = printed.columns();
        var widths = new float[columns.size()];
        for (int at = 0; at < widths.length; at++) {
            widths[at] = columns.get(at).share();
        }
        var started = new PdfPTable(widths);
        started.setWidthPercentage(100);
        started.setSpacingBefore(6);
        started.setHeaderRows(printed.numbered() ? 2 : 1);
        started.setComplete(false);
        for (var column : columns) {
            started.addCell(cell(column.title(), bold, Element.ALIGN_CENTER));
        }
        if (printed.numbered()) {
            for (int number = 1; number <= columns.size(); number++) {
                started.addCell(cell(Integer.toString(number), text, Element.ALIGN_CENTER));
            }
        }
        return started;
    }

    private static PdfPCell cell(@Nullable String written, Font font, int alignment) {
        var cell = new PdfPCell(new Phrase(PrintText.printable(written), font));
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(PADDING);
        cell.setBorderWidth(.4f);
        return cell;
    }
}

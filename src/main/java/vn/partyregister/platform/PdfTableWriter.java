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

/**
 * A printed list, written through page by page as its rows come. Each page is a table of its own under the same heads: the
 * library's one long table loses its heads where a page ends just as it is written out.
 */
final class PdfTableWriter<T> implements TableWriter<T> {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float TEXT = 8;
    private static final float PADDING = 2;
    private static final float BEFORE = 6;

    private final PrintTable<T> printed;
    private final Document document;
    private final PrintFonts fonts = new PrintFonts();
    private final Font text = fonts.at(PrintFace.REGULAR, TEXT);
    private final Font bold = fonts.at(PrintFace.BOLD, TEXT);
    private final float[] widths;
    private PdfPTable page;
    private float room;
    private boolean first = true;

    PdfTableWriter(OutputStream out, PrintTable<T> printed, String imprint, String pageWord) {
        this.printed = printed;
        widths = new float[printed.columns().size()];
        for (int at = 0; at < widths.length; at++) {
            widths[at] = printed.columns().get(at).share();
        }
        document = new Document(printed.wide() ? PageSize.A4.rotate() : PageSize.A4);
        if (printed.wide()) {
            document.setMargins(15 * MILLIMETRE, 10 * MILLIMETRE, 12 * MILLIMETRE, 14 * MILLIMETRE);
        } else {
            document.setMargins(20 * MILLIMETRE, 12 * MILLIMETRE, 15 * MILLIMETRE, 15 * MILLIMETRE);
        }
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.open();
        writer.setPageEvent(new PrintFoot(writer, fonts.face(PrintFace.ITALIC), imprint, pageWord));
        document.addTitle(printed.head().title());
        head(printed.head());
        page = heads();
        room = writer.getVerticalPosition(true) - document.bottom() - 2 * BEFORE;
    }

    @Override
    public void row(T row) {
        add(row);
        if (page.getTotalHeight() > room && page.size() > page.getHeaderRows() + 1) {
            page.deleteLastRow();
            turn();
            add(row);
        }
        if (page.getTotalHeight() > room) {
            turn(); // longer than a page: the library goes on with it overleaf
        }
    }

    @Override
    public void finish() {
        var empty = page.size() == page.getHeaderRows();
        if (empty) {
            page.setHeaderRows(0); // heads alone would not be drawn
        }
        if (first || !empty) {
            document.add(page);
        }
        document.close();
    }

    private void add(T row) {
        for (var column : printed.columns()) {
            page.addCell(cell(column.value().apply(row), text, Element.ALIGN_LEFT));
        }
    }

    private void turn() {
        document.add(page);
        document.newPage();
        page = heads();
        room = document.top() - document.bottom() - 2 * BEFORE;
        first = false;
    }

    private void head(PrintHead head) {
        var sides = new PdfPTable(new float[] {1, 1});
        sides.setWidthPercentage(100);
        sides.addCell(side(head.superior(), fonts.at(PrintFace.REGULAR, 11), Element.ALIGN_CENTER));
        sides.addCell(side(head.form(), fonts.at(PrintFace.ITALIC, 10), Element.ALIGN_RIGHT));
        sides.addCell(side(head.body(), fonts.at(PrintFace.BOLD, 11), Element.ALIGN_CENTER));
        sides.addCell(side(null, text, Element.ALIGN_RIGHT));
        document.add(sides);
        var title = new Paragraph(PrintText.printable(head.title()), fonts.at(PrintFace.BOLD, 14));
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingBefore(4);
        document.add(title);
        for (var line : head.lines()) {
            var below = new Paragraph(PrintText.printable(line), fonts.at(PrintFace.ITALIC, 10));
            below.setAlignment(Element.ALIGN_CENTER);
            document.add(below);
        }
    }

    private static PdfPCell side(@Nullable String written, Font font, int alignment) {
        var cell = cell(written, font, alignment);
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }

    /** A page's table with its heads alone. */
    private PdfPTable heads() {
        var started = new PdfPTable(widths);
        started.setTotalWidth(document.right() - document.left());
        started.setLockedWidth(true);
        started.setSpacingBefore(BEFORE);
        for (var column : printed.columns()) {
            started.addCell(cell(column.title(), bold, Element.ALIGN_CENTER));
        }
        if (printed.numbered()) {
            for (int number = 1; number <= widths.length; number++) {
                started.addCell(cell(Integer.toString(number), text, Element.ALIGN_CENTER));
            }
        }
        started.setHeaderRows(started.size());
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

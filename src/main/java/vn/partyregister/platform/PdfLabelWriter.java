package vn.partyregister.platform;

import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * Labels on sheets of three by eight that fill an A4 page (70 × 37 mm each). A sheet has no foot: there is no room
 * beside the labels.
 */
final class PdfLabelWriter<T> implements TableWriter<T> {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final int ACROSS = 3;
    private static final int DOWN = 8;
    private static final float HEIGHT = 37 * MILLIMETRE;
    private static final float BESIDE = 5 * MILLIMETRE;
    private static final float ABOVE = 3 * MILLIMETRE;
    private static final float LEADING = 12;

    private final Function<T, PrintLabel> label;
    private final Document document;
    private final PrintFonts fonts = new PrintFonts();
    private final Font bold = fonts.at(PrintFace.BOLD, 11);
    private final Font text = fonts.at(PrintFace.REGULAR, 9);
    private PdfPTable sheet = sheet();
    private int filled;
    private int turned;

    PdfLabelWriter(OutputStream out, Function<T, PrintLabel> label) {
        this.label = label;
        var edge = (PageSize.A4.getHeight() - DOWN * HEIGHT) / 2;
        document = new Document(PageSize.A4, 0, 0, edge, 0);
        PdfWriter.getInstance(document, out).setCloseStream(false);
        document.open();
    }

    @Override
    public void row(T row) {
        var labelled = label.apply(row);
        var written = new Phrase(LEADING, PrintText.printable(labelled.title()), bold);
        labelled.lines().forEach(line -> written.add(new Phrase(LEADING, "\n" + PrintText.printable(line), text)));
        sheet.addCell(cell(written));
        filled++;
        if (filled == ACROSS * DOWN) {
            turn();
        }
    }

    @Override
    public void finish() {
        if (filled > 0 || turned == 0) {
            turn();
        }
        document.close();
    }

    private void turn() {
        while (filled < ACROSS * DOWN) {
            sheet.addCell(cell(new Phrase(" ", text)));
            filled++;
        }
        document.add(sheet);
        document.newPage();
        sheet = sheet();
        filled = 0;
        turned++;
    }

    private static PdfPTable sheet() {
        var sheet = new PdfPTable(ACROSS);
        sheet.setWidthPercentage(100);
        return sheet;
    }

    private static PdfPCell cell(Phrase written) {
        var cell = new PdfPCell(written);
        cell.setFixedHeight(HEIGHT);
        cell.setPaddingLeft(BESIDE);
        cell.setPaddingRight(BESIDE);
        cell.setPaddingTop(ABOVE);
        cell.setPaddingBottom(0);
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }
}

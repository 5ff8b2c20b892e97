package vn.partyregister.platform;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/**
 * The foot of each page of a list. How many pages there are is known when the last row has come: each page holds a place
 * for it, filled once at the end.
 */
final class PrintFoot extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float ABOVE_THE_EDGE = 20;
    private static final float ROOM_FOR_THE_TOTAL = 24;

    private final String imprint;
    private final String page;
    private final BaseFont font;
    private final PdfTemplate total;

    /**
     * @param imprint who printed it, when, as at which day
     * @param page the word before the number of a page
     */
    PrintFoot(PdfWriter writer, BaseFont font, String imprint, String page) {
        this.font = font;
        this.imprint = PrintText.printable(imprint);
        this.page = PrintText.printable(page);
        this.total = writer.getDirectContent().createTemplate(ROOM_FOR_THE_TOTAL, 2 * SIZE);
        total.setBoundingBox(new Rectangle(-SIZE, -SIZE, ROOM_FOR_THE_TOTAL, 2 * SIZE));
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var canvas = writer.getDirectContent();
        var right = document.right() - ROOM_FOR_THE_TOTAL;
        write(canvas, PdfContentByte.ALIGN_LEFT, imprint, document.left());
        write(canvas, PdfContentByte.ALIGN_RIGHT, page + ' ' + writer.getPageNumber() + '/', right);
        canvas.addTemplate(total, right, ABOVE_THE_EDGE);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        total.beginText();
        total.setFontAndSize(font, SIZE);
        total.showText(Integer.toString(writer.getPageNumber() - 1));
        total.endText();
    }

    private void write(PdfContentByte canvas, int side, String text, float x) {
        canvas.beginText();
        canvas.setFontAndSize(font, SIZE);
        canvas.showTextAligned(side, text, x, ABOVE_THE_EDGE, 0);
        canvas.endText();
    }
}

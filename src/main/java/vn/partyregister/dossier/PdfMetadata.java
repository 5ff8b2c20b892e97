package vn.partyregister.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a PDF anew without what it tells of its making: author, programs, times, and what programs keep in it for
 * themselves (ISO 32000, chapters 14.3 and 14.5). Earlier versions that the file still held are left behind too.
 */
final class PdfMetadata {
    private static final List<COSName> TELLING = List.of(COSName.METADATA, COSName.getPDFName("PieceInfo"));

    private PdfMetadata() {}

    static byte[] without(PDDocument document) throws IOException {
        document.getDocument().getTrailer().removeItem(COSName.INFO);
        PdfObjects.forEach(document.getDocument(), dictionary -> TELLING.forEach(dictionary::removeItem));
        var written = new ByteArrayOutputStream();
        document.save(written);
        return written.toByteArray();
    }
}

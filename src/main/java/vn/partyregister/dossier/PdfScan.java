package vn.partyregister.dossier;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.partyregister.platform.Refusal.NotReadable;

/** Reads a PDF: its pages are counted, what does more than lie there is refused, what it tells of its making is taken out. */
final class PdfScan {
    private static final long MOST_MEMORY = 128L << 20;

    private PdfScan() {}

    static Scanned read(byte[] sent, int mostPages) {
        Unfolding.check(sent, MOST_MEMORY);
        try (var document = Loader.loadPDF(
                new RandomAccessReadBuffer(sent),
                "",
                MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
            if (document.isEncrypted()) {
                throw new NotReadable("dossier.refused.encrypted");
            }
            PdfActions.refuseAny(document.getDocument());
            var pages = pages(document, mostPages);
            return new Scanned(ScanFormat.PDF, isSigned(document) ? sent : PdfMetadata.without(document), pages);
        } catch (InvalidPasswordException locked) {
            throw new NotReadable("dossier.refused.encrypted");
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            // the parser answers a tree of pages that is none with any of these
            throw new NotReadable("dossier.refused.broken-pdf");
        }
    }

    /** Whatever is changed in a signed file breaks its signature, and what it tells of itself was signed with it. */
    private static boolean isSigned(PDDocument document) throws IOException {
        return !document.getSignatureDictionaries().isEmpty();
    }

    /** Counted one by one: the number that a PDF states of itself may be any. */
    private static int pages(PDDocument document, int mostPages) {
        var pages = 0;
        for (var _ : document.getPages()) {
            pages++;
        }
        if (pages == 0) {
            throw new NotReadable("dossier.refused.no-pages");
        }
        if (pages > mostPages) {
            throw new NotReadable("dossier.refused.too-many-pages", pages, mostPages);
        }
        return pages;
    }
}

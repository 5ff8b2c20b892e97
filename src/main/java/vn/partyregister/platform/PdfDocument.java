package vn.partyregister.platform;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.core.io.ClassPathResource;

/**
 * A page of HTML as PDF. It reads its own style sheet and pictures that the page holds itself, and nothing else: no address
 * in a text is ever followed.
 */
final class PdfDocument {
    private static final String OWN = "print";
    private static final String HELD = "data:image/jpeg;base64,";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfDocument() {}

    static byte[] of(String html) {
        var pdf = new ByteArrayOutputStream();
        try (var faces = LentFaces.lend();
                var document = new PDDocument()) {
            builder(html, faces, document).toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** The page as the engine reads it, for whoever lays it out. */
    static PdfRendererBuilder builder(String html, LentFaces faces, PDDocument document) throws IOException {
        return new PdfRendererBuilder()
                .useFastMode()
                .usePDDocument(document)
                .usePdfUaAccessibility(true) // tagged; and the fourteen fonts of the machine are left alone
                .useFont(faces.in(document, PrintFace.REGULAR), PrintFace.FAMILY, NORMAL, FontStyle.NORMAL, true)
                .useFont(faces.in(document, PrintFace.BOLD), PrintFace.FAMILY, BOLD, FontStyle.NORMAL, true)
                .useFont(faces.in(document, PrintFace.ITALIC), PrintFace.FAMILY, NORMAL, FontStyle.ITALIC, true)
                .useUriResolver((_, address) -> isOwn(address) ? address : null)
                .useProtocolsStreamImplementation(Sheet::new, OWN)
                .withHtmlContent(PrintText.printable(html), OWN + ":");
    }

    private static boolean isOwn(String address) {
        return address.startsWith(OWN + ":") || address.startsWith(HELD);
    }

    /** A file of the folder {@code print}. */
    private record Sheet(String address) implements FSStream {
        @Override
        public InputStream getStream() {
            try {
                return new ClassPathResource(OWN + "/" + address.substring(OWN.length() + 1)).getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}

package vn.partyregister.dossier;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.NullMarked;

/** Scans for tests, good and bad. */
@NullMarked
public final class Scans {
    private Scans() {}

    /** What is done to a PDF before it is written. */
    @FunctionalInterface
    public interface Change {
        void to(PDDocument document) throws IOException;
    }

    public static byte[] pdf(int pages) {
        return pdf(pages, _ -> {});
    }

    public static byte[] pdf(int pages, Change change) {
        try (var document = new PDDocument()) {
            for (var page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            change.to(document);
            var written = new ByteArrayOutputStream();
            document.save(written);
            return written.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whoever opens it needs this password; with an empty one it is only locked against changes. */
    public static byte[] locked(String password) {
        return pdf(
                1,
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }

    /** Two pages; who made them tells so everywhere a PDF can, and told so in an earlier version of the file. */
    public static byte[] told(String secret) {
        var before = pdf(2, document -> document.getDocumentInformation().setTitle("before: " + secret));
        return later(before, document -> {
            var catalog = document.getDocumentCatalog();
            var told = new PDDocumentInformation();
            told.setAuthor(secret);
            told.setProducer("Producer: " + secret);
            document.setDocumentInformation(told);
            document.getDocument().getTrailer().setNeedToBeUpdated(true);
            catalog.setMetadata(xmp(document, secret));
            document.getPage(1).setMetadata(xmp(document, secret));
            document.getPage(0).getCOSObject().setString("PieceInfo", secret);
            catalog.getCOSObject().setNeedToBeUpdated(true);
            document.getPages().forEach(page -> page.getCOSObject().setNeedToBeUpdated(true));
        });
    }

    private static PDMetadata xmp(PDDocument document, String secret) throws IOException {
        var packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>%s</x:xmpmeta>".formatted(secret);
        return new PDMetadata(document, new ByteArrayInputStream(packet.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A page with a signature in it; what is signed with is none, but that is not asked here. */
    public static byte[] signed() {
        return later(pdf(1), document -> {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            document.addSignature(signature, _ -> new byte[] {1, 2, 3});
        });
    }

    /** The same file with a change behind its end. */
    private static byte[] later(byte[] before, Change change) {
        try (var document = Loader.loadPDF(before)) {
            change.to(document);
            var written = new ByteArrayOutputStream();
            document.saveIncremental(written);
            return written.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Every object of a PDF, to be read as text. */
    public static byte[] unfolded(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var written = new ByteArrayOutputStream();
            document.save(written, CompressParameters.NO_COMPRESSION);
            return written.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Red on the left, blue on the right. */
    public static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paint = picture.createGraphics();
        paint.setColor(Color.RED);
        paint.fillRect(0, 0, width / 2, height);
        paint.setColor(Color.BLUE);
        paint.fillRect(width / 2, 0, width - width / 2, height);
        paint.dispose();
        return picture;
    }

    public static byte[] picture(String format, int width, int height) {
        var written = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(width, height), format, written);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return written.toByteArray();
    }

    /** A JPEG whose metadata tells where it was taken, and how to turn it. */
    public static byte[] photo(int width, int height, int orientation, String secret) {
        var plain = picture("jpeg", width, height);
        var told = secret.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + told.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(told)
                .array();
        return ByteBuffer.allocate(plain.length + 4 + exif.length)
                .put(plain, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** A PNG of a few dozen bytes that says it has so many pixels. */
    public static byte[] vast(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(8 + 4 + header.length + 4)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }

    /** The first bytes of a Windows program. */
    public static byte[] program() {
        var program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        return program;
    }
}

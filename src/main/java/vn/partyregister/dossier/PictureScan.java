package vn.partyregister.dossier;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.partyregister.platform.Refusal.NotReadable;

/**
 * Reads a picture and writes it anew, so that nothing but its pixels is kept: no place, no camera, nothing hidden behind
 * its end.
 */
final class PictureScan {
    /** Fine print stays legible, and no second pass over a scan shows. */
    private static final float QUALITY = 0.9f;
    /** Pixels lie open in memory while a picture is written anew: one picture at a time. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private PictureScan() {}

    static Scanned read(byte[] sent, ScanFormat format, long mostPixels) {
        ONE_AT_A_TIME.lock();
        try {
            return new Scanned(format, writtenAnew(sent, format, mostPixels), 1);
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            // the readers of the JDK answer a broken picture with any of these
            throw new NotReadable("dossier.refused.broken-picture");
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static byte[] writtenAnew(byte[] sent, ScanFormat format, long mostPixels) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            refuseTooLarge(reader, mostPixels);
            var picture = reader.read(0);
            return write(format == ScanFormat.JPEG ? Upright.of(picture, sent) : picture, format);
        } finally {
            reader.dispose();
        }
    }

    /** Asks the header alone: a picture that is too large is never unpacked. */
    private static void refuseTooLarge(ImageReader reader, long mostPixels) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > mostPixels) {
            throw new NotReadable("dossier.refused.too-many-pixels", width, height, mostPixels / 1_000_000);
        }
    }

    private static byte[] write(BufferedImage picture, ScanFormat format) throws IOException {
        var written = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        try (var output = new MemoryCacheImageOutputStream(written)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            if (format == ScanFormat.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return written.toByteArray();
    }
}

package vn.partyregister.member;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal.NotReadable;

/**
 * Makes of an uploaded file the photo that is kept: known by its content, painted anew, so that nothing of the file but
 * its picture remains.
 */
@Component
class PhotoReader {
    private static final Set<String> FORMATS = Set.of("JPEG", "png");

    private final PhotoProperties limits;

    PhotoReader(PhotoProperties limits) {
        this.limits = limits;
    }

    /** The same of what is being uploaded; no more is taken in than a photo may have. */
    byte[] read(InputStream upload) throws IOException {
        return read(upload.readNBytes((int) limits.largest().toBytes() + 1));
    }

    /** The photo as JPEG, upright and no larger than a file needs it. */
    byte[] read(byte[] file) {
        if (file.length > limits.largest().toBytes()) {
            throw new NotReadable("member.photo.too-large", limits.largest().toMegabytes());
        }
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var reader = reader(input);
            try {
                reader.setInput(input, true, true);
                return written(paint(unpack(reader), Upright.of(file)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof NotReadable refused ? refused : new NotReadable("member.photo.broken");
        }
    }

    private static ImageReader reader(ImageInputStream input) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            var reader = readers.next();
            if (FORMATS.contains(reader.getFormatName())) {
                return reader;
            }
        }
        throw new NotReadable("member.photo.no-photo");
    }

    /** Asks the head of the file how large it is; a large one is unpacked by every second, third … pixel. */
    private BufferedImage unpack(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > limits.mostPixels()) {
            throw new NotReadable("member.photo.too-many-pixels", width, height);
        }
        var param = reader.getDefaultReadParam();
        var side = Math.max(limits.width(), limits.height());
        var step = Math.max(1, Math.min(width, height) / (2 * side));
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private BufferedImage paint(BufferedImage picture, Upright upright) {
        var turned = upright.isTurned();
        var width = turned ? picture.getHeight() : picture.getWidth();
        var height = turned ? picture.getWidth() : picture.getHeight();
        var scale = Math.min(1, Math.min((double) limits.width() / width, (double) limits.height() / height));
        var painted = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        var brush = painted.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, painted.getWidth(), painted.getHeight());
        var transform = AffineTransform.getScaleInstance(
                (double) painted.getWidth() / width, (double) painted.getHeight() / height);
        transform.concatenate(upright.of(picture.getWidth(), picture.getHeight()));
        brush.drawImage(picture, transform, null);
        brush.dispose();
        return painted;
    }

    private static byte[] written(BufferedImage painted) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(painted, "jpeg", bytes);
        return bytes.toByteArray();
    }
}

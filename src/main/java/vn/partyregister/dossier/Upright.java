package vn.partyregister.dossier;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Telephones keep a photo as the sensor lay and say in its metadata how to turn it. The metadata goes, so the picture is
 * turned before.
 */
final class Upright {
    private static final int START_OF_SCAN = 0xda;
    private static final int EXIF = 0xe1;
    private static final int ORIENTATION = 0x0112;
    /** "Exif", two zeros: behind it the metadata begins as a TIFF file does. */
    private static final int EXIF_HEAD = 6;

    private Upright() {}

    static BufferedImage of(BufferedImage picture, byte[] jpeg) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        return switch (orientation(jpeg)) {
            case 3 -> turned(picture, new AffineTransform(-1, 0, 0, -1, width, height), width, height);
            case 6 -> turned(picture, new AffineTransform(0, 1, -1, 0, height, 0), height, width);
            case 8 -> turned(picture, new AffineTransform(0, -1, 1, 0, 0, width), height, width);
            default -> picture;
        };
    }

    private static BufferedImage turned(BufferedImage picture, AffineTransform how, int width, int height) {
        var turned = new BufferedImage(
                width,
                height,
                picture.getRaster().getNumBands() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        return new AffineTransformOp(how, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, turned);
    }

    /** 1 (as it lies) where the picture says nothing that can be read. */
    private static int orientation(byte[] jpeg) {
        var bytes = ByteBuffer.wrap(jpeg);
        var at = 2;
        while (at + 4 <= jpeg.length && bytes.get(at) == (byte) 0xff && marker(bytes, at) != START_OF_SCAN) {
            var length = Short.toUnsignedInt(bytes.getShort(at + 2));
            if (marker(bytes, at) == EXIF && length > EXIF_HEAD + 10 && at + 2 + length <= jpeg.length) {
                return inTiff(bytes.slice(at + 4 + EXIF_HEAD, length - 2 - EXIF_HEAD));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int marker(ByteBuffer bytes, int at) {
        return Byte.toUnsignedInt(bytes.get(at + 1));
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var first = tiff.getInt(4);
        if (first < 8 || first > tiff.capacity() - 2) {
            return 1;
        }
        var entries = Short.toUnsignedInt(tiff.getShort(first));
        for (var entry = first + 2; entries > 0 && entry <= tiff.capacity() - 12; entry += 12, entries--) {
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }
}

package vn.partyregister.member;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a photo is turned upright. Telephones keep the picture as the camera saw it and note in its metadata (Exif) how it
 * was held; once the metadata is gone, the picture itself must be turned.
 */
enum Upright {
    AS_IT_IS,
    HALF_TURN,
    TO_THE_RIGHT,
    TO_THE_LEFT;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int START_OF_JPEG = 0xFFD8;
    private static final int APPLICATION_DATA = 0xFFE1;
    private static final int FIRST_MARKER = 0xFFC0;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ENTRY_BYTES = 12;
    private static final int ORIENTATION = 0x0112;

    /** What the metadata of a file says; as it is where it says nothing that can be read. */
    static Upright of(byte[] file) {
        try {
            return of(ByteBuffer.wrap(file));
        } catch (IndexOutOfBoundsException broken) {
            return AS_IT_IS;
        }
    }

    /** Walks the segments that come before the picture. */
    private static Upright of(ByteBuffer file) {
        if (unsigned(file, 0) != START_OF_JPEG) {
            return AS_IT_IS;
        }
        var at = 2;
        while (unsigned(file, at) >= FIRST_MARKER && unsigned(file, at) != START_OF_SCAN) {
            var length = unsigned(file, at + 2);
            if (unsigned(file, at) == APPLICATION_DATA && isExif(file, at + 4)) {
                return ofExif(file.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
            }
            at += 2 + length;
        }
        return AS_IT_IS;
    }

    private static boolean isExif(ByteBuffer file, int at) {
        var head = new byte[EXIF.length];
        file.get(at, head);
        return Arrays.equals(head, EXIF);
    }

    private static Upright ofExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = unsigned(tiff, directory);
        for (var entry = 0; entry < entries; entry++) {
            var at = directory + 2 + entry * ENTRY_BYTES;
            if (unsigned(tiff, at) == ORIENTATION) {
                return ofOrientation(unsigned(tiff, at + 8));
            }
        }
        return AS_IT_IS;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    /** As the Exif standard numbers them; mirrored pictures come from no camera. */
    private static Upright ofOrientation(int number) {
        return switch (number) {
            case 3 -> HALF_TURN;
            case 6 -> TO_THE_RIGHT;
            case 8 -> TO_THE_LEFT;
            default -> AS_IT_IS;
        };
    }

    /** Whether width and height change places. */
    boolean isTurned() {
        return this == TO_THE_RIGHT || this == TO_THE_LEFT;
    }

    /** Turns a picture of this size so that its corner stays at the origin. */
    AffineTransform of(int width, int height) {
        return switch (this) {
            case AS_IT_IS -> new AffineTransform();
            case HALF_TURN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case TO_THE_RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case TO_THE_LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}

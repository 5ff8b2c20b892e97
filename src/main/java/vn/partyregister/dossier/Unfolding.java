package vn.partyregister.dossier;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.partyregister.platform.Refusal.NotReadable;

/**
 * Unfolds every deflated stream of a PDF under watch before the reader of PDFs does: that one unfolds a stream of
 * objects whole, however large it becomes.
 */
final class Unfolding {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 64 << 10;

    private Unfolding() {}

    static void check(byte[] pdf, long largest) {
        for (var at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            var data = at;
            while (data < pdf.length && (pdf[data] == '\r' || pdf[data] == '\n' || pdf[data] == ' ')) {
                data++;
            }
            if (data + 1 < pdf.length && isDeflated(pdf[data], pdf[data + 1])) {
                unfold(pdf, data, largest);
            }
        }
    }

    private static void unfold(byte[] pdf, int from, long largest) {
        try (var outer = new Inflater();
                var inner = new Inflater()) {
            outer.setInput(pdf, from, pdf.length - from);
            var buffer = new byte[BUFFER];
            var total = 0L;
            var length = outer.inflate(buffer);
            var twice = length > 1 && isDeflated(buffer[0], buffer[1]);
            while (length > 0) {
                total += twice ? unfoldAgain(inner, buffer, length, largest - total) : length;
                requireAtMost(total, largest);
                length = outer.inflate(buffer);
            }
        } catch (DataFormatException _) {
            // A stream that breaks off unfolds no further for the reader either, which judges it.
            return;
        }
    }

    private static long unfoldAgain(Inflater inner, byte[] folded, int length, long left) throws DataFormatException {
        inner.setInput(folded, 0, length);
        var buffer = new byte[BUFFER];
        var total = 0L;
        for (var read = inner.inflate(buffer); read > 0; read = inner.inflate(buffer)) {
            total += read;
            requireAtMost(total, left);
        }
        return Math.max(total, length);
    }

    private static void requireAtMost(long size, long largest) {
        if (size > largest) {
            throw new NotReadable("dossier.refused.unfolds", largest >> 20);
        }
    }

    private static boolean isDeflated(byte first, byte second) {
        return (first & 0x0f) == 8 && ((first & 0xff) << 8 | second & 0xff) % 31 == 0;
    }

    /** Behind the next keyword, or -1. */
    private static int next(byte[] pdf, int from) {
        for (var at = from; at <= pdf.length - STREAM.length; at++) {
            if (pdf[at] == 's' && matches(pdf, at)) {
                return at + STREAM.length;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] pdf, int at) {
        for (var letter = 1; letter < STREAM.length; letter++) {
            if (pdf[at + letter] != STREAM[letter]) {
                return false;
            }
        }
        return true;
    }
}

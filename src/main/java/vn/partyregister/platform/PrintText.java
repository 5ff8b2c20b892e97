package vn.partyregister.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text as the printed font can show it: whoever has a sign of which the font knows nothing is printed all the same. */
final class PrintText {
    /** What stands for a letter that the font does not have. */
    static final char BOX = '\u25a1';

    /** Signs without a shape of their own: directions, joiners, variants, controls. */
    private static final Pattern SHAPELESS =
            Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Cs}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}&&[^\\n]]");

    private static final boolean[] KNOWN = known();

    private PrintText() {}

    /** Composed, so that each Vietnamese letter is one glyph; nothing for nothing. */
    static String printable(@Nullable String written) {
        if (written == null) {
            return "";
        }
        if (isPlain(written)) {
            return written;
        }
        var text = SHAPELESS
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFC))
                .replaceAll("");
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> printable.appendCodePoint(isKnown(letter) ? letter : BOX));
        return printable.toString();
    }

    /** Nearly every text: no combining mark in it, and each of its letters known. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (!isKnown(letter) || Character.getType(letter) == Character.NON_SPACING_MARK) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(int letter) {
        return letter == '\n' || letter < KNOWN.length && KNOWN[letter];
    }

    private static boolean[] known() {
        var known = new boolean[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        for (var face : PrintFace.values()) {
            var font = face.embedded();
            for (int letter = 0; letter < known.length; letter++) {
                known[letter] = (face == PrintFace.REGULAR || known[letter])
                        && !Character.isISOControl(letter)
                        && Character.getType(letter) != Character.FORMAT
                        && font.charExists(letter);
            }
        }
        return known;
    }
}

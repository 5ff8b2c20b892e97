package vn.partyregister.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text as people write it, and as it is compared. */
public final class VietnameseText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff\\p{Cntrl}]+");

    private VietnameseText() {}

    /** Composed (NFC), with single plain spaces and none at the ends. */
    public static String tidy(String written) {
        var composed = Normalizer.normalize(written, Normalizer.Form.NFC);
        return isTidy(composed)
                ? composed
                : SPACES.matcher(composed).replaceAll(" ").strip();
    }

    /** Told without the expression: an import asks a million times, and nearly always nothing is to be done. */
    private static boolean isTidy(String composed) {
        var afterSpace = true;
        for (var at = 0; at < composed.length(); at++) {
            var letter = composed.charAt(at);
            if (letter == ' ' ? afterSpace : !isPlain(letter)) {
                return false;
            }
            afterSpace = letter == ' ';
        }
        return !afterSpace || composed.isEmpty();
    }

    /** Neither a space of any kind nor a control character. */
    private static boolean isPlain(char letter) {
        return letter > ' '
                && letter != '\u200b'
                && letter != '\ufeff'
                && !Character.isISOControl(letter)
                && !Character.isSpaceChar(letter);
    }

    /**
     * What is left for comparing: lower case, no tone or vowel marks, đ as d. "Nguyễn Hoà" and "nguyen hòa" fold to the
     * same text. The database has the same function as {@code platform.folded}.
     */
    public static String folded(String written) {
        var bare = MARKS.matcher(Normalizer.normalize(tidy(written), Normalizer.Form.NFD))
                .replaceAll("");
        return bare.replace('đ', 'd').replace('Đ', 'd').toLowerCase(Locale.ROOT);
    }

    /** The pattern that finds folded text which holds what somebody typed: {@code ... like :sought}. */
    public static String sought(String typed) {
        return "%" + folded(typed).replaceAll("[%_\\\\]", "\\\\$0") + "%";
    }
}

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
        return SPACES.matcher(Normalizer.normalize(written, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
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
}

package vn.partyregister.transfer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The short code on a letter that finds it again: seven signs drawn by lot and one that tells a slip of the pen. None
 * looks like another, and what is mistaken for a sign is read as that sign.
 */
final class LetterCode {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DRAWN = 7;
    private static final int HALF = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LetterCode() {}

    static String draw() {
        var drawn = IntStream.range(0, DRAWN)
                .map(_ -> SIGNS.charAt(RANDOM.nextInt(SIGNS.length())))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return written(drawn + check(drawn));
    }

    /** The code that somebody means who typed it in any way; empty where it is none. */
    static Optional<String> read(String typed) {
        var signs = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var known = signs.length() == DRAWN + 1 && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
        return known && check(signs.substring(0, DRAWN)) == signs.charAt(DRAWN)
                ? Optional.of(written(signs))
                : Optional.empty();
    }

    private static String written(String signs) {
        return signs.substring(0, HALF) + "-" + signs.substring(HALF);
    }

    /** Odd weights: one wrong sign changes it, and so do two neighbours that changed places unless they lie 16 apart. */
    private static char check(String drawn) {
        var sum = IntStream.range(0, drawn.length())
                .map(at -> (2 * at + 1) * SIGNS.indexOf(drawn.charAt(at)))
                .sum();
        return SIGNS.charAt(sum % SIGNS.length());
    }
}

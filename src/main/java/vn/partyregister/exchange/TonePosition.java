package vn.partyregister.exchange;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where the tone mark stands in oa, oe, uy: hoà and hòa are one word. The register writes hòa, hòe, thúy. */
final class TonePosition {
    private static final Pattern ON_THE_LAST_VOWEL =
            Pattern.compile("(?<![qQ])(?:([oO])([àáảãạÀÁẢÃẠ])|([oO])([èéẻẽẹÈÉẺẼẸ])|([uU])([ỳýỷỹỵỲÝỶỸỴ]))(?!\\p{L})");
    private static final String MARKED_A = "àáảãạÀÁẢÃẠ";
    private static final String MARKED_E = "èéẻẽẹÈÉẺẼẸ";
    private static final String MARKED_Y = "ỳýỷỹỵỲÝỶỸỴ";
    private static final String MARKED_O = "òóỏõọÒÓỎÕỌ";
    private static final String MARKED_U = "ùúủũụÙÚỦŨỤ";
    private static final int TONES = 5;
    private static final char LAST_OF_ASCII = 0x7f;

    private TonePosition() {}

    /** The same composed text with each tone mark on the first vowel of an open oa, oe, uy. */
    static String placed(String text) {
        return mayStandOnTheLastVowel(text) ? ON_THE_LAST_VOWEL.matcher(text).replaceAll(TonePosition::moved) : text;
    }

    /** Spares nearly every text the expression. */
    private static boolean mayStandOnTheLastVowel(String text) {
        for (var at = 1; at < text.length(); at++) {
            if (text.charAt(at) > LAST_OF_ASCII && "oOuU".indexOf(text.charAt(at - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String moved(MatchResult found) {
        if (found.group(1) != null) {
            return moved(found.group(1), found.group(2), MARKED_A, "aA", MARKED_O);
        }
        return found.group(3) != null
                ? moved(found.group(3), found.group(4), MARKED_E, "eE", MARKED_O)
                : moved(found.group(5), found.group(6), MARKED_Y, "yY", MARKED_U);
    }

    private static String moved(String first, String second, String from, String bare, String to) {
        var at = from.indexOf(second);
        var tone = at % TONES;
        var upperFirst = Character.isUpperCase(first.charAt(0));
        return "" + to.charAt(upperFirst ? tone + TONES : tone) + bare.charAt(at < TONES ? 0 : 1);
    }
}

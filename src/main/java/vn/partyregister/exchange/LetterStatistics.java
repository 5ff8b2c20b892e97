package vn.partyregister.exchange;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells how much a text looks like Vietnamese: by how many of its words with marks are Vietnamese syllables. In the
 * wrong encoding hardly any is.
 */
final class LetterStatistics {
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    /** Signs that stand in no Vietnamese text, and for letters in the old encodings. */
    private static final Pattern STRAY = Pattern.compile("[\\x80-\\xFF&&[^\\p{L}\\xA0\\xB0\\xB7\\xAB\\xBB]]");

    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdđhklmnpqrstvx])?"
            + "(?:a(?:ch?|i|m|nh|ng?|o|p|t|u|y)?"
            + "|ă(?:c|m|ng?|p|t)"
            + "|â(?:c|m|ng?|p|t|u|y)"
            + "|e(?:c|m|ng?|o|p|t)?"
            + "|ê(?:ch|m|nh?|p|t|u|ng)?"
            + "|i(?:a|ch|m|nh?|p|t|u|ê(?:c|m|ng?|p|t|u))?"
            + "|o(?:a(?:ch?|i|m|nh|ng?|o|p|t|y)?|ă(?:c|m|ng?|t)|e(?:n|o|t)?|oc|ong|c|i|m|ng?|p|t)?"
            + "|ô(?:c|i|m|ng?|p|t)?"
            + "|ơ(?:i|m|n|p|t)?"
            + "|u(?:a|â(?:n|ng|t|y)|ê(?:ch|nh)?|ô(?:c|i|m|ng?|t)|ơ|y(?:a|ê[nt]|t|nh?|ch|u|p)?|c|i|m|ng?|p|t)?"
            + "|ư(?:a|ơ(?:c|i|m|ng?|p|t|u)|c|i|m|ng?|t|u)?"
            + "|y(?:ê(?:m|ng?|t|u)|t|nh)?)");

    private LetterStatistics() {}

    /** Syllables with marks, less what cannot be: positive for Vietnamese, negative for something else. */
    static int score(String text) {
        var score = 0;
        var words = WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        while (words.find()) {
            var word = words.group();
            if (word.chars().anyMatch(letter -> letter >= 0x80)) {
                score += isSyllable(word) ? 1 : -2;
            }
        }
        return score - (int) STRAY.matcher(text).results().count() * 2;
    }

    static boolean isSyllable(String word) {
        if (!hasPlainCase(word)) {
            return false;
        }
        var bare = TONES.matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD));
        var tones = bare.results().count();
        return tones <= 1
                && SYLLABLE.matcher(Normalizer.normalize(bare.replaceAll(""), Normalizer.Form.NFC))
                        .matches();
    }

    /** No capital in the middle of a word that is not all in capitals. */
    private static boolean hasPlainCase(String word) {
        var rest = word.substring(1);
        return rest.equals(rest.toLowerCase(Locale.ROOT)) || word.equals(word.toUpperCase(Locale.ROOT));
    }
}

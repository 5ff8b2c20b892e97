package vn.partyregister.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two encodings that were usual before Unicode: Latin characters that a font shows as Vietnamese letters. Both
 * tables hold the whole alphabet.
 */
final class OldLetters {
    private static final Locale VIETNAMESE = Locale.of("vi");

    /** TCVN 5712:1993, VN3: capitals with a tone have no code; a font whose name ends in H shows them. */
    private static final String TCVN3_CODES = "¡¢£¤¥¦§¨©ª«¬\u00ad®"
            + "µ¶·¸¹" + "»¼½¾Æ" + "ÇÈÉÊË" + "ÌÎÏÐÑ" + "ÒÓÔÕÖ" + "×ØÜÝÞ"
            + "ßáâãä" + "åæçèé" + "êëìíî" + "ïñòóô" + "õö÷øù" + "úûüýþ";

    private static final String TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ"
            + "àảãáạ" + "ằẳẵắặ" + "ầẩẫấậ" + "èẻẽéẹ" + "ềểễếệ" + "ìỉĩíị"
            + "òỏõóọ" + "ồổỗốộ" + "ờởỡớợ" + "ùủũúụ" + "ừửữứự" + "ỳỷỹýỵ";

    /** Letters that VNI writes as one character, and those characters. */
    private static final String VNI_ALONE = "íìæóòîñôö";

    private static final String VNI_ALONE_LETTERS = "íìỉĩịỵđơư";

    /** Marks that VNI writes after a letter. */
    private static final Map<Character, String> VNI_TONES =
            Map.of('ù', "\u0301", 'ø', "\u0300", 'û', "\u0309", 'õ', "\u0303", 'ï', "\u0323");

    private static final Map<Character, String> VNI_CIRCUMFLEXES = Map.of(
            'â',
            "\u0302",
            'á',
            "\u0302\u0301",
            'à',
            "\u0302\u0300",
            'å',
            "\u0302\u0309",
            'ã',
            "\u0302\u0303",
            'ä',
            "\u0302\u0323");

    private static final Map<Character, String> VNI_BREVES = Map.of(
            'ê',
            "\u0306",
            'é',
            "\u0306\u0301",
            'è',
            "\u0306\u0300",
            'ú',
            "\u0306\u0309",
            'ü',
            "\u0306\u0303",
            'ë',
            "\u0306\u0323");

    private static final Map<Character, Character> FROM_TCVN3 = new HashMap<>();
    private static final Map<Character, String> TO_TCVN3 = new HashMap<>();
    private static final Map<Character, Character> FROM_VNI = new HashMap<>();
    private static final Map<String, Character> FROM_VNI_PAIR = new HashMap<>();
    private static final Map<Character, String> TO_VNI = new HashMap<>();

    static {
        for (var at = 0; at < TCVN3_CODES.length(); at++) {
            FROM_TCVN3.put(TCVN3_CODES.charAt(at), TCVN3_LETTERS.charAt(at));
            TO_TCVN3.put(TCVN3_LETTERS.charAt(at), String.valueOf(TCVN3_CODES.charAt(at)));
        }
        for (var letter : TCVN3_LETTERS.toCharArray()) {
            TO_TCVN3.putIfAbsent(Character.toUpperCase(letter), TO_TCVN3.get(letter));
        }
        for (var at = 0; at < VNI_ALONE.length(); at++) {
            aloneInVni(VNI_ALONE.charAt(at), VNI_ALONE_LETTERS.charAt(at));
            aloneInVni(
                    Character.toUpperCase(VNI_ALONE.charAt(at)), Character.toUpperCase(VNI_ALONE_LETTERS.charAt(at)));
        }
        pairsInVni("aeouy", VNI_TONES);
        pairsInVni("ôö", VNI_TONES);
        pairsInVni("aeo", VNI_CIRCUMFLEXES);
        pairsInVni("a", VNI_BREVES);
    }

    /** Letters that neither of the two can hold: the text is Unicode already. */
    private static final Pattern UNICODE = Pattern.compile("[\\p{L}&&[^\\x00-\\xFF]]");

    private static final Pattern LATIN_ONLY = Pattern.compile("[\\x00-\\x7F]*");

    private OldLetters() {}

    private static void aloneInVni(char code, char letter) {
        FROM_VNI.put(code, letter);
        TO_VNI.put(letter, String.valueOf(code));
    }

    private static void pairsInVni(String bases, Map<Character, String> marks) {
        for (var base : bases.toCharArray()) {
            marks.forEach((code, mark) -> {
                var letter = FROM_VNI.getOrDefault(base, base);
                pairInVni(base, code, composed(letter, mark));
                pairInVni(Character.toUpperCase(base), code, composed(Character.toUpperCase(letter), mark));
            });
        }
    }

    /** A capital may carry the mark of a small letter: people typed both. */
    private static void pairInVni(char base, char code, char letter) {
        var capital = Character.toUpperCase(code);
        FROM_VNI_PAIR.put("" + base + code, letter);
        FROM_VNI_PAIR.put("" + base + capital, letter);
        TO_VNI.putIfAbsent(letter, "" + base + (Character.isUpperCase(base) ? capital : code));
    }

    private static char composed(char letter, String mark) {
        return Normalizer.normalize(letter + mark, Normalizer.Form.NFC).charAt(0);
    }

    /** The encoding that a font is made for; null for a Unicode font. */
    static @Nullable TextEncoding ofFont(@Nullable String font) {
        if (font == null) {
            return null;
        }
        var name = font.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith(".vn")) {
            return TextEncoding.TCVN3;
        }
        return name.startsWith("vni-") || name.startsWith("vni ") ? TextEncoding.VNI : null;
    }

    /** Whether all letters of a font look like capitals. */
    private static boolean showsCapitals(@Nullable String font) {
        return font != null
                && ofFont(font) == TextEncoding.TCVN3
                && font.strip().endsWith("H");
    }

    /** Whether a text may be in an old encoding: it has Latin letters with marks and no others. */
    static boolean mayBeOld(String text) {
        return !LATIN_ONLY.matcher(text).matches() && !UNICODE.matcher(text).find();
    }

    /** The text in Unicode; as it is where it is in Unicode already. */
    static String read(String text, TextEncoding encoding, @Nullable String font) {
        if (!encoding.isOld() || UNICODE.matcher(text).find()) {
            return text;
        }
        var letters = encoding == TextEncoding.TCVN3 ? fromTcvn3(text) : fromVni(text);
        return showsCapitals(font) ? letters.toUpperCase(VIETNAMESE) : letters;
    }

    /** The text as fonts of that encoding show it; TCVN3 has no capitals with a tone, small ones stand for them. */
    static String write(String text, TextEncoding encoding) {
        var codes = encoding == TextEncoding.TCVN3 ? TO_TCVN3 : TO_VNI;
        var written = new StringBuilder(text.length() * 2);
        for (var letter : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            written.append(codes.getOrDefault(letter, String.valueOf(letter)));
        }
        return written.toString();
    }

    private static String fromTcvn3(String text) {
        var letters = new StringBuilder(text.length());
        for (var code : text.toCharArray()) {
            letters.append(FROM_TCVN3.getOrDefault(code, code).charValue());
        }
        return letters.toString();
    }

    private static String fromVni(String text) {
        var letters = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var pair = at + 1 < text.length() ? FROM_VNI_PAIR.get(text.substring(at, at + 2)) : null;
            if (pair != null) {
                letters.append(pair.charValue());
                at++;
            } else {
                letters.append(
                        FROM_VNI.getOrDefault(text.charAt(at), text.charAt(at)).charValue());
            }
        }
        return letters.toString();
    }
}

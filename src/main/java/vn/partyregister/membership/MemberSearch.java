package vn.partyregister.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.VietnameseText;

/**
 * What somebody typed in the search box, as a condition on members. With a digit in it, it is a number: a card or file
 * number is found by a part of it too, the citizen number and the id of the official database whole. Without, it is
 * words of a name, found wherever they stand in it and without their marks.
 */
record MemberSearch(String condition, Map<String, Object> params) {
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern FILE_NUMBER = Pattern.compile("(\\d+)\\W*(\\p{L}+)");
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("\\d{9}|\\d{12}");
    private static final Pattern LETTERS_BEHIND = Pattern.compile("(?<=\\d)(?=\\p{L})");
    /** Fewer digits than this are in too many numbers. */
    private static final int DIGITS_OF_A_PART = 4;
    /** Fewer letters than this are in too many names: they must begin a word. */
    private static final int SHORT = 3;

    private static final int MOST_WORDS = 8;

    static MemberSearch of(String q, Seal seal) {
        return DIGIT.matcher(q).find() ? number(q, seal) : name(q);
    }

    private static MemberSearch number(String q, Seal seal) {
        var whole = BETWEEN_WORDS.matcher(q).replaceAll("");
        var written =
                new LinkedHashSet<>(List.of(q, whole, whole.toUpperCase(Locale.ROOT), q.toUpperCase(Locale.ROOT)));
        var parts = FILE_NUMBER.matcher(whole.toUpperCase(Locale.ROOT));
        if (parts.matches()) {
            written.add(parts.group(1) + " " + parts.group(2));
            written.add(parts.group(1) + "-" + parts.group(2));
            written.add(parts.group(1) + "/" + parts.group(2));
        }
        var params = new HashMap<String, Object>();
        params.put("numbers", List.copyOf(written));
        var condition = """
                (m.card_number in (:numbers) or m.old_card_number in (:numbers) or m.file_number in (:numbers)
                or m.official_id in (:numbers)\
                """;
        if (DIGIT.matcher(whole).results().count() >= DIGITS_OF_A_PART) {
            params.put("part", "%" + LETTERS_BEHIND.matcher(whole).replaceAll("%") + "%");
            condition += """
                     or m.card_number ilike :part or m.old_card_number ilike :part or m.file_number ilike :part\
                    """;
        }
        if (CITIZEN_NUMBER.matcher(whole).matches()) {
            params.put("hash", seal.hash(whole));
            condition += " or m.citizen_number_hash = :hash or m.former_identity_hash = :hash";
        }
        return new MemberSearch(condition + ")", params);
    }

    private static MemberSearch name(String q) {
        var conditions = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        var words = BETWEEN_WORDS
                .splitAsStream(VietnameseText.folded(q))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        for (var word : words) {
            var name = "word" + params.size();
            if (word.length() < SHORT) {
                conditions.add("' ' || m.names_folded like :" + name);
                params.put(name, "% " + word + "%");
            } else {
                conditions.add("m.names_folded like :" + name);
                params.put(name, "%" + word + "%");
            }
        }
        return new MemberSearch(conditions.isEmpty() ? "false" : String.join(" and ", conditions), params);
    }
}

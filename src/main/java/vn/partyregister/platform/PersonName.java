package vn.partyregister.platform;

/**
 * A Vietnamese name in its three parts (họ, tên đệm, tên). Lists sort by the given name, then the middle, then the
 * family name.
 *
 * @param family the first word; empty for a name of one word
 * @param middle all words between; may be empty
 * @param given the last word
 */
public record PersonName(String family, String middle, String given) {
    /** Splits a name as written; a name of one word is a given name. */
    public static PersonName of(String written) {
        var words = VietnameseText.tidy(written).split(" ");
        var last = words.length - 1;
        return last == 0
                ? new PersonName("", "", words[0])
                : new PersonName(
                        words[0],
                        String.join(" ", java.util.Arrays.asList(words).subList(1, last)),
                        words[last]);
    }

    /** The name as written. */
    public String full() {
        return VietnameseText.tidy(family + " " + middle + " " + given);
    }
}

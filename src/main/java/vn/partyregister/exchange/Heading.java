package vn.partyregister.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What stands above a column of the file.
 *
 * @param position from 0
 * @param column the key of the column it means; null where it is left out
 */
public record Heading(int position, String text, @Nullable String column) {
    /** The letters a spreadsheet shows above it: A, B … Z, AA. */
    public String letters() {
        return letters(position);
    }

    static String letters(int position) {
        var letters = new StringBuilder();
        for (var rest = position + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}

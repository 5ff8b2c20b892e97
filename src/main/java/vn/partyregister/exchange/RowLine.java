package vn.partyregister.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as a page shows it.
 *
 * @param number as the spreadsheet shows it
 * @param what the cells people know it by
 */
public record RowLine(int number, String what, @Nullable Verdict verdict, List<Detail> details) {
    public RowLine {
        details = List.copyOf(details);
    }

    /**
     * What is to be said of one of its cells: a problem with its reason, or a difference, here and there.
     *
     * @param weight null for a difference
     * @param letters of its column in the file; empty where the file has no such column
     * @param column in the reader's language; empty where the whole row is meant
     * @param value what stands in the cell
     * @param reason a message key; null for a difference
     * @param here what stands in the register, for a difference
     */
    public record Detail(
            @Nullable Weight weight,
            String letters,
            String column,
            String value,
            @Nullable String reason,
            List<String> arguments,
            @Nullable String here) {
        public Detail {
            arguments = List.copyOf(arguments);
        }

        public boolean isDifference() {
            return reason == null;
        }
    }
}

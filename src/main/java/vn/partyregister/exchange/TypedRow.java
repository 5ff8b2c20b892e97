package vn.partyregister.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that was typed, judged.
 *
 * @param target what the row means or would make
 * @param reasons why it is rejected; empty where it is not
 * @param warnings what makes it doubtful, though it can be written
 */
public record TypedRow(
        ImportId id, String kind, Verdict verdict, @Nullable UUID target, List<Reason> reasons, List<Reason> warnings) {
    public TypedRow {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }

    /**
     * Why a row is rejected or doubtful.
     *
     * @param column the key of the column at fault; null for the row as a whole
     * @param reason a message key
     */
    public record Reason(@Nullable String column, String reason, List<String> arguments) {
        public Reason {
            arguments = List.copyOf(arguments);
        }
    }
}

package vn.partyregister.exchange;

import java.util.List;

/**
 * A problem that rows of an import had, told when the rows themselves are deleted.
 *
 * @param column the name of the column it stood in; empty where it was the whole row
 * @param arguments of the first row that had it
 */
public record KeptReason(String column, String reason, List<String> arguments, int rows, int firstRow) {
    public KeptReason {
        arguments = List.copyOf(arguments);
    }
}

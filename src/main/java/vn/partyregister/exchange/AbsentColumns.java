package vn.partyregister.exchange;

import java.util.List;
import java.util.stream.Collectors;
import vn.partyregister.platform.RuleSource;

/**
 * Columns that a directive asks for and a file does not have: said once of the file, and not of each of its rows.
 *
 * @param names in the reader's language
 */
public record AbsentColumns(RuleSource source, String names) {
    static AbsentColumns of(RuleSource source, List<Asked> asked, RowKind kind, ColumnLabels labels) {
        var keys = asked.stream().map(Asked::column).toList();
        return new AbsentColumns(
                source,
                kind.columns().stream()
                        .filter(column -> keys.contains(column.key()))
                        .map(labels::label)
                        .collect(Collectors.joining(", ")));
    }
}

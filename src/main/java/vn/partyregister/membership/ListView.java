package vn.partyregister.membership;

import java.util.List;

/**
 * How somebody reads the member list.
 *
 * @param columns beside the name, in the order of the list
 */
public record ListView(List<ListColumn> columns, Density density) {
    public ListView {
        columns = columns.stream().distinct().sorted().toList();
    }

    static ListView standard() {
        return new ListView(ListColumn.standard(), Density.NORMAL);
    }

    /** For templates: whether the column is shown. */
    public boolean shows(ListColumn column) {
        return columns.contains(column);
    }

    /** How close the rows stand. */
    public enum Density {
        NORMAL,
        COMPACT
    }
}

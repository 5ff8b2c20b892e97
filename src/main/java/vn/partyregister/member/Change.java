package vn.partyregister.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a section: one item, or all rows of a section that has many.
 *
 * @param key of the item; the name of the section where its rows change
 * @param before the value in canonical text, null where there was none; null for rows
 * @param rowsBefore the rows before; empty for an item
 */
public record Change(
        String key,
        String label,
        @Nullable String before,
        @Nullable String after,
        List<Map<String, String>> rowsBefore,
        List<Map<String, String>> rowsAfter,
        boolean byDecision) {
    public Change {
        rowsBefore = List.copyOf(rowsBefore);
        rowsAfter = List.copyOf(rowsAfter);
    }

    /** Whether it alters what had been given before and changes by a decision alone. */
    boolean needsDecision() {
        return byDecision && before != null;
    }

    Change from(String whole) {
        return new Change(key, label, whole, after, rowsBefore, rowsAfter, byDecision);
    }

    static List<Change> between(Sheet here, List<Map<String, String>> rows) {
        if (here.section().repeated()) {
            var plain = rows.stream().map(TreeMap::new).toList();
            return plain.equals(here.rows().stream().map(TreeMap::new).toList())
                    ? List.of()
                    : List.of(new Change(here.section().name(), "", null, null, here.rows(), rows, false));
        }
        var after = rows.isEmpty() ? Map.<String, String>of() : rows.getFirst();
        var changes = new ArrayList<Change>();
        for (var item : here.items()) {
            var old = here.value(item.key());
            var fresh = after.get(item.key());
            if (!Objects.equals(old, fresh)) {
                changes.add(new Change(item.key(), item.label(), old, fresh, List.of(), List.of(), item.byDecision()));
            }
        }
        return changes;
    }
}

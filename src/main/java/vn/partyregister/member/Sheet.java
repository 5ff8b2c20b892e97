package vn.partyregister.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/**
 * A section of a member's file as it stands.
 *
 * @param items what the form asks there, in its order
 * @param rows the values in canonical text, each by the key of its item; a section that is not repeated has one row
 * @param mark tells this state from any other, so that whoever saves what they had read does not undo another's work
 */
public record Sheet(Section section, List<Item> items, List<Map<String, String>> rows, String mark) {
    public Sheet {
        items = List.copyOf(items);
        rows = rows.stream().map(Map::copyOf).toList();
    }

    /** The value of an item where the section has one row. */
    public @Nullable String value(String key) {
        return rows.isEmpty() ? null : rows.getFirst().get(key);
    }

    /** The same of a date. */
    public Optional<PartialDate> date(String key) {
        return Optional.ofNullable(value(key)).flatMap(Canonical::read);
    }

    /** Whether nothing at all is recorded. */
    public boolean isEmpty() {
        return rows.stream().allMatch(Map::isEmpty);
    }

    /** Required items without a value, in the order of the form; a repeated section without rows lacks none. */
    public List<Item> missing() {
        return items.stream()
                .filter(Item::required)
                .filter(item -> rows.stream().anyMatch(row -> !row.containsKey(item.key())))
                .toList();
    }

    /** The items to read: those with a value, and those that a whole file has. */
    public List<Item> shown() {
        return items.stream()
                .filter(item -> item.required() || value(item.key()) != null)
                .toList();
    }

    /** How many of the required items are there. */
    public long done() {
        return required() - missing().size();
    }

    public long required() {
        return rows.isEmpty() ? 0 : items.stream().filter(Item::required).count();
    }
}

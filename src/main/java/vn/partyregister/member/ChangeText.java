package vn.partyregister.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of a file as people read them, after the form of the day on which they were recorded. */
@Component
public class ChangeText {
    private static final int SHOWN_DIGITS = 3;

    private final FileForm form;
    private final ItemText text;

    ChangeText(FileForm form, ItemText text) {
        this.form = form;
        this.text = text;
    }

    /** What the item was called. */
    public String label(Amendments.Amendment amendment, Change change) {
        return item(amendment, change).map(Item::label).orElse(change.label());
    }

    /** The values before, a line each; empty where there was nothing. */
    public List<String> before(Amendments.Amendment amendment, Change change) {
        return lines(amendment, change, change.before(), change.rowsBefore());
    }

    /** The values since, a line each; empty where there is nothing any more. */
    public List<String> after(Amendments.Amendment amendment, Change change) {
        return lines(amendment, change, change.after(), change.rowsAfter());
    }

    private List<String> lines(
            Amendments.Amendment amendment, Change change, @Nullable String value, List<Map<String, String>> rows) {
        if (value != null) {
            return List.of(
                    item(amendment, change).map(item -> shown(item, value)).orElse(value));
        }
        var items = form.items(amendment.section(), amendment.recordedFor());
        return rows.stream().map(row -> line(items, row)).toList();
    }

    private String line(List<Item> items, Map<String, String> row) {
        return items.stream()
                .filter(item -> row.containsKey(item.key()))
                .map(item -> text.of(item, row.getOrDefault(item.key(), "")))
                .collect(Collectors.joining(" – "));
    }

    private String shown(Item item, String value) {
        return item.form() == Item.Form.SECRET_NUMBER
                ? "•".repeat(Math.max(0, value.length() - SHOWN_DIGITS))
                        + value.substring(Math.max(0, value.length() - SHOWN_DIGITS))
                : text.of(item, value);
    }

    private Optional<Item> item(Amendments.Amendment amendment, Change change) {
        return form.items(amendment.section(), amendment.recordedFor()).stream()
                .filter(item -> item.key().equals(change.key()))
                .findFirst();
    }
}

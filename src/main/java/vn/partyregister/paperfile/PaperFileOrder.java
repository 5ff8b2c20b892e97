package vn.partyregister.paperfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the list of paper files can be ordered by; what lacks the value comes last either way. */
enum PaperFileOrder {
    NAME("m.given_name", "m.middle_name", "m.family_name"),
    ORGANISATION("o.name collate organisation.by_name", "m.given_name", "m.middle_name", "m.family_name"),
    PLACE("k.name collate organisation.by_name", "w.place collate organisation.by_name"),
    DUE("w.due_on"),
    SINCE("w.since");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> expressions;

    PaperFileOrder(String... expressions) {
        this.expressions = List.of(expressions);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String by(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        var order = Arrays.stream(values())
                .filter(one -> sort.startsWith(one.key() + ","))
                .findFirst()
                .orElse(NAME);
        return order.expressions.stream()
                .map(expression -> expression + direction + " nulls last")
                .collect(Collectors.joining(", ", "", ", m.id" + direction));
    }
}

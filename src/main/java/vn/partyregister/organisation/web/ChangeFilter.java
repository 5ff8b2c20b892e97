package vn.partyregister.organisation.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Change;
import vn.partyregister.organisation.Change.Manner;
import vn.partyregister.organisation.Change.Side;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.VietnameseText;

/**
 * Which lines of a reorganisation are shown. They are foreseen, not stored, as long as it is a draft: what is narrowed and
 * ordered here is in no table.
 */
record ChangeFilter(@Nullable String q, @Nullable Manner manner) {
    static final List<String> ORDERS = List.of("manner", "name", "before", "after");
    static final String STANDARD_ORDER = "manner,asc";

    static ChangeFilter read(Parameters parameters) {
        return new ChangeFilter(parameters.text("q"), parameters.oneOf("manner", Manner.class));
    }

    List<Change> narrow(List<Change> all, String sort) {
        var wanted = q == null ? "" : VietnameseText.folded(q);
        return all.stream()
                .filter(change -> manner == null || change.manner() == manner)
                .filter(change -> wanted.isEmpty() || names(change).contains(wanted))
                .sorted(order(sort))
                .toList();
    }

    private static String names(Change change) {
        return VietnameseText.folded(
                name(change.before()) + " / " + name(change.after()) + " / " + change.successors());
    }

    private static String name(@Nullable Side side) {
        return side == null ? "" : side.name() + " " + (side.code() == null ? "" : side.code());
    }

    private static Comparator<Change> order(String sort) {
        var byName = Comparator.comparing(Change::name, Collator.getInstance(Locale.of("vi")));
        var parts = sort.split(",", 2);
        Comparator<Change> order =
                switch (parts[0]) {
                    case "name" -> byName;
                    case "before" -> Comparator.comparingInt((Change change) -> members(change.before()));
                    case "after" -> Comparator.comparingInt((Change change) -> members(change.after()));
                    default -> Comparator.comparing(Change::manner);
                };
        return ("desc".equals(parts[1]) ? order.reversed() : order).thenComparing(byName);
    }

    private static int members(@Nullable Side side) {
        return side == null ? 0 : side.members();
    }

    public String address(String path) {
        return Parameters.address(path, parts());
    }

    Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        if (q != null) {
            parts.put("q", q);
        }
        if (manner != null) {
            parts.put("manner", manner.name());
        }
        return parts;
    }
}

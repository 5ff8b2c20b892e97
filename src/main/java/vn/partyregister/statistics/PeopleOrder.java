package vn.partyregister.statistics;

import java.util.List;
import java.util.Map;
import vn.partyregister.membership.MemberOrder;

/** The order of a list of people behind a figure: by any column that it shows, and within equals by name. */
final class PeopleOrder {
    /** The columns. */
    static final List<String> KEYS = List.of("name", "born", "day", "kind", "before", "after", "decision");

    private PeopleOrder() {}

    /**
     * The terms of the order.
     *
     * @param columns the terms of each column that is none of the person's own, with the direction where {@code %1$s} stands
     * @param last what tells lines of one person apart
     */
    static String by(String sort, Map<String, String> columns, String last) {
        var terms = columns.get(sort.split(",", 2)[0]);
        return terms == null
                ? MemberOrder.of(sort).by(sort) + ", " + last
                : terms.formatted(sort.endsWith(",desc") ? " desc" : "") + ", " + MemberOrder.NAME.by("name,asc") + ", "
                        + last;
    }
}

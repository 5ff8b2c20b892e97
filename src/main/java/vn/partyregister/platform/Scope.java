package vn.partyregister.platform;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The part of the tree a visitor may see for one permission: everything, or the subtrees of some organisations. It
 * becomes a condition of the SQL that asks; nothing is filtered after loading.
 *
 * @param everything the grant stands on the root: no condition is needed
 * @param organisations the tops of the granted subtrees; empty with {@code everything} false means nothing at all
 */
public record Scope(boolean everything, Set<UUID> organisations) {
    public static final Scope EVERYTHING = new Scope(true, Set.of());
    public static final Scope NOTHING = new Scope(false, Set.of());

    public Scope {
        organisations = Set.copyOf(organisations);
    }

    public static Scope of(Set<UUID> organisations) {
        return new Scope(false, organisations);
    }

    public boolean isNothing() {
        return !everything && organisations.isEmpty();
    }

    /**
     * A condition that holds for rows whose organisation lies in this scope on the day {@code :asAt}.
     *
     * @param column the SQL expression of the organisation's id, written by a programmer, never by a user
     */
    public String condition(String column) {
        return condition(column, ":asAt");
    }

    /**
     * As {@link #condition(String)}, on a day of the row's own.
     *
     * @param day the SQL expression of the day
     */
    public String condition(String column, String day) {
        if (everything) {
            return "true";
        }
        if (organisations.isEmpty()) {
            return "false";
        }
        return """
                exists (select 1 from organisation.ancestry scoped
                where scoped.descendant_id = %s and scoped.ancestor_id in (:scope) and scoped.valid @> cast(%s as date))\
                """.formatted(column, day);
    }

    /**
     * As {@link #condition(String)}; rows of an organisation that had ended by the day stay with whoever it was below on
     * its last day.
     */
    public String reach(String column) {
        return everything || organisations.isEmpty()
                ? condition(column)
                : orEnded(condition(column), column, "last.ancestor_id in (:scope)");
    }

    private static String orEnded(String condition, String column, String above) {
        return """
                (%s or %s in (select ended.organisation_id from organisation.closing ended
                join organisation.ancestry last on last.descendant_id = ended.organisation_id
                    and %s and last.valid @> ended.last_day
                where ended.last_day < cast(:asAt as date)))\
                """.formatted(condition, column, above);
    }

    /**
     * A condition that holds for rows whose organisation is {@code :organisation} or lies below it on a day: what a
     * visitor chose to look at, within their scope.
     */
    public static String below(String column, String day) {
        return """
                exists (select 1 from organisation.ancestry below
                where below.descendant_id = %s and below.ancestor_id = :organisation and below.valid @> cast(%s as date))\
                """.formatted(column, day);
    }

    /** As {@link #below} on the day {@code :asAt}; what had ended by then lies where it lay on its last day. */
    public static String reachBelow(String column) {
        return orEnded(below(column, ":asAt"), column, "last.ancestor_id = :organisation");
    }

    /** The parameters that {@link #condition} names: {@code asAt}, and {@code scope} where it is needed. */
    public Map<String, Object> params(LocalDate asAt) {
        var params = new HashMap<String, Object>();
        params.put("asAt", asAt);
        if (!everything && !organisations.isEmpty()) {
            params.put("scope", organisations);
        }
        return params;
    }
}

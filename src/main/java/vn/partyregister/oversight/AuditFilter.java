package vn.partyregister.oversight;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are asked for.
 *
 * @param who a user name
 * @param act what was done
 * @param subject the kind of thing it was done to
 * @param from the first day, in the calendar of Việt Nam
 * @param to the last day
 * @param q anything that stands in the entry: an id, a value before or after
 */
public record AuditFilter(
        @Nullable String who,
        @Nullable String act,
        @Nullable String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String q) {
    /** What of it is set, for the entry that this reading leaves itself. */
    public Map<String, Object> set() {
        var set = new LinkedHashMap<String, Object>();
        put(set, "who", who);
        put(set, "act", act);
        put(set, "subject", subject);
        put(set, "from", from);
        put(set, "to", to);
        put(set, "q", q);
        return set;
    }

    public boolean isEmpty() {
        return set().isEmpty();
    }

    private static void put(Map<String, Object> set, String name, @Nullable Object value) {
        if (value != null) {
            set.put(name, value);
        }
    }
}

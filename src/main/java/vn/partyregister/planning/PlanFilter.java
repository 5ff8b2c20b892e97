package vn.partyregister.planning;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which plans a list shows.
 *
 * @param q part of the name
 * @param year a year that the plan has days in
 */
public record PlanFilter(
        @Nullable String q,
        @Nullable PlanKind kind,
        @Nullable Integer year) {
    private static final int FIRST_YEAR = 1930;
    private static final int LAST_YEAR = 2200;

    public static PlanFilter read(Parameters given) {
        return new PlanFilter(
                given.text("q"), given.oneOf("kind", PlanKind.class), given.number("year", FIRST_YEAR, LAST_YEAR));
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String path) {
        return Parameters.address(path, parts());
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        if (q != null) {
            parts.put("q", q);
        }
        if (kind != null) {
            parts.put("kind", kind.name());
        }
        if (year != null) {
            parts.put("year", year.toString());
        }
        return parts;
    }
}

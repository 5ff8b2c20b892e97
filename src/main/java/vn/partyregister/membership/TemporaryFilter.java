package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which people who were taken in for a time a list shows.
 *
 * @param q part of the name
 * @param organisation the subtree that took them in
 * @param asAt the day on which they are there
 */
public record TemporaryFilter(@Nullable String q, @Nullable UUID organisation, LocalDate asAt, LocalDate today) {
    static final String PATH = "/temporary-members";

    public static TemporaryFilter read(Parameters parameters, LocalDate today) {
        var asAt = parameters.day("asAt");
        return new TemporaryFilter(
                parameters.text("q"), parameters.id("organisation"), asAt == null ? today : asAt, today);
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String ending) {
        return Parameters.address(PATH + ending, parts());
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        if (q != null) {
            parts.put("q", q);
        }
        if (organisation != null) {
            parts.put("organisation", organisation.toString());
        }
        if (!asAt.equals(today)) {
            parts.put("asAt", asAt.toString());
        }
        return parts;
    }
}

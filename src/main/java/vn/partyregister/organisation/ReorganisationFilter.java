package vn.partyregister.organisation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which reorganisations a list shows.
 *
 * @param q part of the name or of the number of the decision
 */
public record ReorganisationFilter(
        @Nullable String q, @Nullable ReorganisationState state) {
    private static final String PATH = "/reorganisations";

    public static ReorganisationFilter read(Parameters parameters) {
        return new ReorganisationFilter(parameters.text("q"), parameters.oneOf("state", ReorganisationState.class));
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
        if (state != null) {
            parts.put("state", state.name());
        }
        return parts;
    }
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.Restoration;
import vn.partyregister.platform.Parameters;

/**
 * Which lost files a list shows.
 *
 * @param q part of the member's name
 * @param organisation its subtree
 * @param stage null for all that are open
 * @param today the day whose tree counts
 */
public record RestorationFilter(
        @Nullable String q, @Nullable UUID organisation, Restoration.@Nullable Stage stage, LocalDate today) {
    static final String PATH = "/restorations";

    public static RestorationFilter read(Parameters parameters, LocalDate today) {
        return new RestorationFilter(
                parameters.text("q"),
                parameters.id("organisation"),
                parameters.oneOf("stage", Restoration.Stage.class),
                today);
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
        if (stage != null) {
            parts.put("stage", stage.name());
        }
        return parts;
    }
}

package vn.partyregister.planning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Whose admissions stand behind a figure of a plan.
 *
 * @param organisation admitted in its subtree
 * @param own true: admitted in itself
 * @param group null for everybody
 * @param before true: in the same stretch of the period before
 */
public record AdmittedFilter(
        PlanId plan,
        UUID organisation,
        boolean own,
        @Nullable Criterion group,
        boolean before) {
    /** @param usual the organisation where none is asked for */
    public static AdmittedFilter read(PlanId plan, UUID usual, Parameters given) {
        var organisation = given.id("organisation");
        return new AdmittedFilter(
                plan,
                organisation == null ? usual : organisation,
                Boolean.TRUE.equals(given.yesNo("own")),
                given.oneOf("group", Criterion.class),
                Boolean.TRUE.equals(given.yesNo("before")));
    }

    /** The address of this list with an ending: nothing for the page itself. */
    public String address(String ending) {
        return Parameters.address("/plans/" + plan + "/people" + ending, parts());
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("organisation", organisation.toString());
        if (own) {
            parts.put("own", "true");
        }
        if (group != null) {
            parts.put("group", group.name());
        }
        if (before) {
            parts.put("before", "true");
        }
        return parts;
    }
}

package vn.partyregister.supplement;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;

/**
 * Whose supplements a list shows. Every part narrows it; its parameters in an address bear the names of its components.
 *
 * @param q part of the member's name
 * @param organisation its subtree
 */
public record SupplementFilter(
        CampaignId campaign,
        @Nullable String q,
        @Nullable OrganisationId organisation,
        @Nullable SupplementState state) {
    public static SupplementFilter read(CampaignId campaign, Parameters given) {
        return new SupplementFilter(
                campaign,
                given.text("q"),
                OrganisationId.ofNullable(given.id("organisation")),
                given.oneOf("state", SupplementState.class));
    }

    /** The address of this list under the campaign's. */
    public String address(String page) {
        return Parameters.address("/supplements/" + campaign + "/" + page, parts());
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        if (q != null) {
            parts.put("q", q);
        }
        if (organisation != null) {
            parts.put("organisation", organisation.toString());
        }
        if (state != null) {
            parts.put("state", state.name());
        }
        return parts;
    }
}

package vn.partyregister.supplement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;

/**
 * A campaign as far as its reader may see it.
 *
 * @param name of the organisation whose campaign it is
 * @param closedOn null while it takes supplements
 * @param late of those that were handed in
 */
public record CampaignRow(
        CampaignId id,
        OrganisationId organisation,
        String name,
        int year,
        LocalDate opensOn,
        LocalDate dueOn,
        String guidance,
        @Nullable LocalDate closedOn,
        @Nullable String closedBy,
        long expected,
        long handedIn,
        long late) {
    public long notYet() {
        return expected - handedIn;
    }

    public boolean isOpen() {
        return closedOn == null;
    }
}

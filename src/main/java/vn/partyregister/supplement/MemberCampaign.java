package vn.partyregister.supplement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A campaign that asks for the supplement of one member. */
public record MemberCampaign(
        CampaignId id,
        String name,
        int year,
        LocalDate opensOn,
        LocalDate dueOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate handedInOn,
        boolean changed) {
    /** Whether the supplement can still be taken. */
    public boolean isWaiting() {
        return closedOn == null && handedInOn == null;
    }
}

package vn.partyregister.supplement;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a campaign. */
@Embeddable
public record CampaignId(UUID id) implements Serializable {
    static CampaignId next() {
        return new CampaignId(Uuids.next());
    }

    public static CampaignId of(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

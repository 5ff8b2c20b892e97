package vn.partyregister.supplement;

import org.springframework.data.jpa.repository.JpaRepository;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.NotFound;

/** Campaigns in, campaigns out. */
interface CampaignRepository extends JpaRepository<Campaign, CampaignId> {
    boolean existsByOrganisationAndYearAndClosedOnIsNull(OrganisationId organisation, int year);

    default Campaign get(CampaignId id) {
        return findById(id).orElseThrow(() -> new NotFound("supplement.unknown"));
    }
}

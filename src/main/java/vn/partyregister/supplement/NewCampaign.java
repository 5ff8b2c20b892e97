package vn.partyregister.supplement;

import java.time.LocalDate;
import vn.partyregister.organisation.OrganisationId;

/**
 * What a campaign begins with.
 *
 * @param opensOn whoever stands in the subtree on this day is to hand in
 * @param guidance the number of the letter that asks for it
 */
public record NewCampaign(OrganisationId organisation, int year, LocalDate opensOn, LocalDate dueOn, String guidance) {}

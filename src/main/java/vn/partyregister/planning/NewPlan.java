package vn.partyregister.planning;

import java.time.LocalDate;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * What is told of a new plan.
 *
 * @param decision the paper it stands in
 */
public record NewPlan(
        OrganisationId organisation, PlanKind kind, String name, LocalDate fromOn, LocalDate toOn, Decision decision) {}

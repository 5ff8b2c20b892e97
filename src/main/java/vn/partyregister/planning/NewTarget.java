package vn.partyregister.planning;

import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;

/**
 * A target that is set.
 *
 * @param group a code of the target groups
 * @param figure null takes back what was set before
 * @param closed whether the split over those right below is final
 */
public record NewTarget(
        OrganisationId organisation, String group, @Nullable Integer figure, boolean closed) {}

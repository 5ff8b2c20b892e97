package vn.partyregister.training;

import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;

/**
 * Somebody who is no member and is registered for a class.
 *
 * @param sentBy the cell or organisation that sends them
 */
public record NewParticipant(
        String fullName, PartialDate born, @Nullable String citizenNumber, OrganisationId sentBy) {}

package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * A member is introduced to the party body where they live, or is excused from it.
 *
 * @param organisation the body, where it is of this register; else {@code place} names it
 * @param responsible the committee member there who is responsible
 * @param letter the letter of introduction
 */
public record NewResidenceLink(
        ResidenceMode mode,
        LocalDate from,
        @Nullable OrganisationId organisation,
        @Nullable String place,
        @Nullable String responsible,
        @Nullable Decision letter) {}

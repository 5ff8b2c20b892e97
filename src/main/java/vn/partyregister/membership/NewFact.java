package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * Something that is true of a member from a day on.
 *
 * @param until the last day, null while none is known
 * @param place where they are meanwhile
 * @param organisation the one of this register that takes them in for that time; null where it is outside
 */
public record NewFact(
        FactKind kind,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String place,
        @Nullable OrganisationId organisation,
        @Nullable Decision decision) {}

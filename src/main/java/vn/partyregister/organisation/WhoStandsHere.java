package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** Who belongs to organisations: implemented by the modules above that bind people to them. */
public interface WhoStandsHere {
    /** Those of the organisations to which somebody belongs on this day or later. */
    Set<OrganisationId> occupied(Collection<OrganisationId> organisations, LocalDate from);
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.partyregister.organisation.OrganisationId;

/** Which periods committees have closed: implemented by the module above that closes them. */
public interface ClosedPeriods {
    /**
     * The closed periods of some organisations, or of those above them, that an entry of a day comes too late for: those the
     * day lies in; where it lies in none, the first of each committee that begins after it.
     */
    List<ClosedPeriod> heldOn(Collection<OrganisationId> organisations, LocalDate day);

    /** The same of many entries at once, each alone; those that come in time are left out. */
    Map<Told, List<ClosedPeriod>> heldOn(Set<Told> entries);

    /** What is told of an organisation as of a day. */
    record Told(OrganisationId organisation, LocalDate day) {}

    /**
     * A closed period.
     *
     * @param name of the committee that closed it
     * @param period what the period is called
     */
    record ClosedPeriod(OrganisationId organisation, String name, String period, LocalDate from, LocalDate to) {}
}

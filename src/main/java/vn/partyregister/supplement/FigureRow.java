package vn.partyregister.supplement;

import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;

/**
 * How far a campaign has come in an organisation and all below it.
 *
 * @param id null for the sum of several
 * @param late of those that were handed in
 */
public record FigureRow(
        @Nullable OrganisationId id, @Nullable String name, long expected, long handedIn, long late) {
    public long notYet() {
        return expected - handedIn;
    }
}

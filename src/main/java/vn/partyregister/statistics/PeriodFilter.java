package vn.partyregister.statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;

/**
 * Which periods of a committee a list shows.
 *
 * @param kind the code of a kind of period; null for all
 */
public record PeriodFilter(
        OrganisationId organisation,
        @Nullable String kind,
        @Nullable State state) {
    /** How far a period is. */
    public enum State {
        OPEN,
        /** Open, and the day by which it ought to be closed is over. */
        OVERDUE,
        CLOSED
    }

    /** @param kinds the codes there are */
    public static PeriodFilter read(Parameters given, OrganisationId organisation, Collection<String> kinds) {
        return new PeriodFilter(organisation, given.oneOf("kind", kinds), given.oneOf("state", State.class));
    }

    boolean holds(Periods.Row row) {
        return (kind == null || kind.equals(row.kind().code()))
                && switch (state) {
                    case null -> true;
                    case OPEN -> row.closing() == null;
                    case OVERDUE -> row.overdue();
                    case CLOSED -> row.closing() != null;
                };
    }

    /** The address of a list with this filter. */
    public String address(String path) {
        return Parameters.address(path, parts());
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("organisation", organisation.toString());
        if (kind != null) {
            parts.put("kind", kind);
        }
        if (state != null) {
            parts.put("state", state.name());
        }
        return parts;
    }
}

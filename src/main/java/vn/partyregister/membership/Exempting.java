package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * An exemption from work and party life as it is decided, for one or for many.
 *
 * @param ground a code of {@code exemption-ground}
 * @param to the last day; null where it is for good
 * @param issuer the organisation whose committee decided; null where it is known only by name
 */
public record Exempting(
        String ground,
        LocalDate from,
        @Nullable LocalDate to,
        Decision decision,
        @Nullable OrganisationId issuer) {
    @Nullable
    LocalDate until() {
        return to == null ? null : to.plusDays(1);
    }

    /** What the trail keeps of it. */
    Map<String, Object> told() {
        return Map.of("ground", ground, "from", from, "to", to == null ? "" : to, "decision", decision);
    }
}

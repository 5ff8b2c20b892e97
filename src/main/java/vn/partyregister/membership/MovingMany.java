package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * What is to be entered of many by one decision.
 *
 * @param day on which it takes effect; null for a recognition of each on the day their probation ended
 * @param issuer the organisation whose committee decided; null where it is known only by name
 */
public record MovingMany(
        MovementKind kind,
        @Nullable LocalDate day,
        @Nullable OrganisationId to,
        @Nullable Status status,
        @Nullable String ground,
        @Nullable String elsewhere,
        @Nullable Decision decision,
        @Nullable OrganisationId issuer) {
    public MovingMany {
        if (day == null && kind != MovementKind.RECOGNISED) {
            throw new IllegalArgumentException("no day of " + kind);
        }
    }

    /** The act as it is entered of one of them. */
    Act on(LocalDate itsDay) {
        return new Act(kind, Objects.requireNonNullElse(day, itsDay), to, status, ground, elsewhere, decision, null);
    }
}

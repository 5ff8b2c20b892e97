package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * What is to be entered, of one member or of many: all of it but the members.
 *
 * @param day on which it takes effect
 * @param to where the kind leads somebody
 * @param elsewhere outside of the register: where they come from or go to
 * @param corrects the entry that was taken back and that this one stands in for
 */
public record Act(
        MovementKind kind,
        LocalDate day,
        @Nullable OrganisationId to,
        @Nullable Status status,
        @Nullable String ground,
        @Nullable String elsewhere,
        @Nullable Decision decision,
        @Nullable MovementId corrects) {
    /** The same, in the place of an entry that was taken back. */
    Act correcting(MovementId wrong) {
        return new Act(kind, day, to, status, ground, elsewhere, decision, wrong);
    }

    /** Somebody enters the Party by a ceremony of this day. */
    static Act admission(LocalDate ceremony, OrganisationId cell, Decision decision) {
        return new Act(MovementKind.ADMITTED, ceremony, cell, null, null, null, decision, null);
    }
}

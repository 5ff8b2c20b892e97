package vn.partyregister.supplement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * Somebody who is to hand in a supplement.
 *
 * @param born as it is written
 * @param organisation where they stood when they were asked
 * @param handedInOn null where nothing came yet
 * @param changed whether it tells of changes
 */
public record SupplementRow(
        MemberId member,
        String fullName,
        String born,
        String organisation,
        @Nullable LocalDate handedInOn,
        boolean changed,
        boolean late) {
    /** How far it has come. */
    public SupplementState state() {
        if (handedInOn == null) {
            return SupplementState.NOT_YET;
        }
        return changed ? SupplementState.CHANGED : SupplementState.UNCHANGED;
    }
}

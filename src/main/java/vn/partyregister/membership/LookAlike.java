package vn.partyregister.membership;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.Alike;
import vn.partyregister.member.MemberId;

/**
 * Somebody in the register who may be the same person. Of who belongs beyond the scope of whoever asks, nothing is told
 * but that there is somebody.
 *
 * @param organisation where they belong
 */
public record LookAlike(
        @Nullable MemberId id,
        @Nullable String fullName,
        @Nullable String organisation,
        Set<Alike.Why> why) {
    public LookAlike {
        why = Set.copyOf(why);
    }
}

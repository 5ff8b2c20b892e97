package vn.partyregister.member;

import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;

/**
 * Why a section of the file is changed.
 *
 * @param decision the decision behind it, where there is one
 * @param reason in the clerk's words
 */
public record Ground(
        Kind kind, @Nullable Decision decision, @Nullable String reason) {
    /** What a change rests on. */
    public enum Kind {
        /** What was not recorded yet, or has become so since. */
        ENTRY,
        /** A decision of a committee. */
        DECISION,
        /** The register was wrong; the reason says how. */
        CORRECTION,
        /** The yearly supplement (3-HSĐV). */
        SUPPLEMENT,
        /** A lost file made anew (khôi phục hồ sơ). */
        RESTORATION
    }

    public static Ground entry() {
        return new Ground(Kind.ENTRY, null, null);
    }

    public static Ground by(Decision decision) {
        return new Ground(Kind.DECISION, decision, null);
    }

    /** The decision that a lost file is made anew: the register knows it already. */
    public static Ground restoration() {
        return new Ground(Kind.RESTORATION, null, null);
    }

    public static Ground correction(String reason) {
        return new Ground(Kind.CORRECTION, null, reason);
    }
}

package vn.partyregister.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lost file that is made anew (khôi phục hồ sơ), and how far that has come.
 *
 * @param cause why it was lost, as {@code verifiedBy} verified it
 * @param endedOn the day the file was whole again, or the lost one found
 */
public record Restoration(
        UUID id,
        Stage stage,
        LocalDate reportedOn,
        String cause,
        String verifiedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionNumber,
        @Nullable String issuer,
        @Nullable LocalDate endedOn,
        @Nullable String remark) {
    /** The steps of the procedure. */
    public enum Stage {
        /** The loss is reported, its cause verified. */
        REPORTED,
        /** The committee has decided that the file is made anew. */
        DECIDED,
        /** The file is whole again. */
        CLOSED,
        /** The lost file was found. */
        FOUND;

        boolean leadsTo(Stage next) {
            return switch (this) {
                case REPORTED -> next == DECIDED || next == FOUND;
                case DECIDED -> next == CLOSED || next == FOUND;
                case CLOSED, FOUND -> false;
            };
        }

        public boolean isOpen() {
            return switch (this) {
                case REPORTED, DECIDED -> true;
                case CLOSED, FOUND -> false;
            };
        }
    }

    /** Whether the file is, or was, made anew by a decision: the file says so for good. */
    public boolean marksTheFile() {
        return stage == Stage.DECIDED || stage == Stage.CLOSED;
    }

    /** The latest day on which something of it happened. */
    LocalDate latest() {
        return decidedOn == null ? reportedOn : decidedOn;
    }
}

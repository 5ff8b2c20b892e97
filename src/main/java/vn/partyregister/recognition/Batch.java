package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of badges (đợt tặng Huy hiệu Đảng): those proposed together.
 *
 * @param occasion what day it is, where it is none of the regular ones
 * @param proposed how many stand on it
 * @param withdrawn whose award was taken back since
 */
public record Batch(
        UUID id,
        UUID organisationId,
        String organisation,
        LocalDate awardDay,
        @Nullable String occasion,
        State state,
        @Nullable String submissionNumber,
        @Nullable LocalDate submittedOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate decidedOn,
        @Nullable String issuer,
        long proposed,
        long withdrawn) {
    /** How far it has come. */
    public enum State {
        /** Đang lập danh sách. */
        DRAWN_UP,
        /** Đã trình. */
        SUBMITTED,
        /** Đã có quyết định. */
        DECIDED
    }

    public boolean isDrawnUp() {
        return state == State.DRAWN_UP;
    }

    public boolean isDecided() {
        return state == State.DECIDED;
    }
}

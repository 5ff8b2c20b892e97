package vn.partyregister.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;

/**
 * A badge that is taken back (thu hồi Huy hiệu Đảng).
 *
 * @param decision that revokes the award; null where there is none
 * @param goes what becomes of the badge; null where none had been taken from the stock
 */
public record Withdrawal(
        Ground ground,
        LocalDate day,
        String why,
        @Nullable Decision decision,
        @Nullable BadgeGoes goes) {
    /** Why a badge is taken back. */
    public enum Ground {
        /** Ghi nhầm: the register was wrong. */
        ENTERED_WRONGLY,
        /** Hủy quyết định tặng. */
        REVOKED,
        /** Bị đưa ra khỏi Đảng, giao lại Huy hiệu. */
        PUT_OUT
    }
}

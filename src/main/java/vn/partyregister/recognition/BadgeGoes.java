package vn.partyregister.recognition;

import org.jspecify.annotations.Nullable;
import vn.partyregister.recognition.Stock.Going;

/** What becomes of a badge that is taken back. */
public enum BadgeGoes {
    /** Nhập lại kho: it can be given to another. */
    STOCK,
    /** Hỏng, hủy. */
    SPOILT,
    /** Không thu lại được. */
    LOST;

    @Nullable
    Going writtenOff() {
        return switch (this) {
            case STOCK -> null;
            case SPOILT -> Going.SPOILT;
            case LOST -> Going.LOST;
        };
    }
}

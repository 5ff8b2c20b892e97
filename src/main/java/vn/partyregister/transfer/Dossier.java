package vn.partyregister.transfer;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the paper file (hồ sơ đảng viên) went along.
 *
 * @param on the day it was handed over; null where it did not travel, or nobody said when
 */
@Embeddable
record Dossier(boolean travelled, @Nullable LocalDate on) {
    Dossier {
        on = travelled ? on : null;
    }
}

package vn.partyregister.transfer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A box (ô) of the letter: the level that fills it, and when it did.
 *
 * @param organisationId null outside of the register
 * @param name of the organisation on the day the transfer was opened
 * @param filledBy who recorded it
 */
@Embeddable
record Box(
        @Enumerated(EnumType.STRING) Side side,
        @Enumerated(EnumType.STRING) Level level,
        @Nullable UUID organisationId,
        String name,
        @Nullable LocalDate filledOn,
        @Nullable String filledBy) {
    static Box open(Side side, Level level, @Nullable UUID organisation, String name) {
        return new Box(side, level, organisation, name, null, null);
    }

    Box fill(LocalDate day, String username) {
        return new Box(side, level, organisationId, name, day, username);
    }

    boolean isFilled() {
        return filledOn != null;
    }
}

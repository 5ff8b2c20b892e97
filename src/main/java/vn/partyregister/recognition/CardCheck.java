package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A technical check of the cards of an organisation (kiểm tra kỹ thuật thẻ đảng viên).
 *
 * @param expected all whose card is to be seen: the official members on the first day
 * @param checked how many have been seen
 * @param wanting how many of those are damaged, lost or wrong
 */
public record CardCheck(
        UUID id,
        UUID organisationId,
        String organisation,
        String name,
        LocalDate begunOn,
        long expected,
        long checked,
        long wanting,
        @Nullable LocalDate closedOn,
        @Nullable String closedBy) {
    private static final double HUNDRED = 100;

    public long missing() {
        return expected - checked;
    }

    public boolean isOpen() {
        return closedOn == null;
    }

    /** How many of a hundred have been seen; null where nobody is expected. */
    public @Nullable Double percent() {
        return expected == 0 ? null : HUNDRED * checked / expected;
    }
}

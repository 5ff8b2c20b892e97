package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post of a place and who holds it.
 *
 * @param memberId null for who is no member
 * @param together the other posts the holder has today (kiêm nhiệm), of places and of committees; null where none
 */
public record PostRow(
        UUID id,
        UUID placeId,
        String place,
        String organiser,
        String post,
        String holder,
        @Nullable UUID memberId,
        LocalDate since,
        @Nullable String together) {}

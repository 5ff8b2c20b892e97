package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place as it is.
 *
 * @param organiser the name of the committee that looks after it
 * @param cell the name of its own cell; null where it has none
 * @param inCharge the name of who is in charge of it
 * @param inCommittee whether they hold a post in a committee today
 * @param posts held today, {@code byMembers} of them by members
 */
public record PlaceRow(
        UUID id,
        String kind,
        String name,
        UUID organisation,
        String organiser,
        @Nullable UUID cellId,
        @Nullable String cell,
        boolean hasMembers,
        @Nullable UUID inChargeId,
        @Nullable String inCharge,
        boolean inCommittee,
        LocalDate since,
        long posts,
        long byMembers) {}

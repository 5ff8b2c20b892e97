package vn.partyregister.inbox;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an organisation owes.
 *
 * @param subject whom or what it concerns
 * @param owner the organisation that owes it, by its name on the day
 * @param above the organisation above the owner; null at the root
 * @param dueOn the last day in time; null where no rule names one
 * @param address the page of the thing
 */
public record Obligation(
        String kind,
        String subject,
        UUID ownerId,
        String owner,
        @Nullable String above,
        LocalDate since,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,
        ObligationState state,
        String address) {}

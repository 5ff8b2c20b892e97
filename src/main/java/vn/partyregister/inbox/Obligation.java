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
 * @param rule the key of the rule that the last day follows from; null where the book has none
 * @param directive the number of the directive where the rule stands; null where no rule is known of that day
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
        String address,
        @Nullable String rule,
        @Nullable String directive,
        @Nullable String clause) {}

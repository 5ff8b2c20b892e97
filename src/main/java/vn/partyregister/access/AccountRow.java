package vn.partyregister.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of accounts.
 *
 * @param grants how many roles it holds today
 */
public record AccountRow(
        AccountId id,
        String username,
        String name,
        boolean sample,
        @Nullable LocalDate endedOn,
        int grants) {}

package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody before a day of award.
 *
 * @param begins when their party age begins
 * @param leftOut how many days are left out of it
 * @param years the level they have come to, or come to next
 * @param fullOn the day its years are full
 * @param held the highest level their file holds
 * @param obstacle what stands in the way; null for nothing
 * @param barred whether the rulebook keeps them off the proposals for it
 */
public record Candidate(
        UUID id,
        String fullName,
        String born,
        @Nullable String organisation,
        LocalDate begins,
        int leftOut,
        String level,
        int years,
        LocalDate fullOn,
        Reason reason,
        @Nullable Integer held,
        @Nullable String obstacle,
        boolean barred) {}

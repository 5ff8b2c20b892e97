package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member of a batch.
 *
 * @param number of the badge, once it is awarded
 * @param withdrawnOn when the badge was taken back; null for an award that stands
 * @param removedWhy why they were taken off; null for who stands on it
 */
public record Proposal(
        UUID memberId,
        String fullName,
        String born,
        @Nullable String organisation,
        LocalDate begins,
        int leftOut,
        String level,
        int years,
        LocalDate fullOn,
        Basis basis,
        @Nullable String ground,
        @Nullable String removedWhy,
        @Nullable String number,
        @Nullable LocalDate withdrawnOn,
        Withdrawal.@Nullable Ground withdrawnGround,
        @Nullable String withdrawnWhy,
        @Nullable BadgeGoes badgeGoes) {}

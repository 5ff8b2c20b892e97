package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The written comment of a year, as it was signed.
 *
 * @param withdrawnWhy null where it stands
 */
public record ResidenceComment(
        int year,
        String text,
        LocalDate commentedOn,
        String signedBy,
        String recordedBy,
        @Nullable String withdrawnWhy) {}

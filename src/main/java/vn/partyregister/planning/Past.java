package vn.partyregister.planning;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target as it was set once.
 *
 * @param code of the group
 * @param figure null where it was taken back
 * @param reason null where it was set for the first time
 */
public record Past(
        String code,
        @Nullable Integer figure,
        boolean closed,
        @Nullable String reason,
        String recordedBy,
        Instant recordedAt,
        String decisionNumber,
        LocalDate decidedOn,
        String issuer) {}

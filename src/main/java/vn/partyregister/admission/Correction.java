package vn.partyregister.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value that was told of a candidate and is told otherwise now.
 *
 * @param before a code, a text, the last digits of a number; null where nothing was told
 */
public record Correction(
        CandidateField field,
        @Nullable String before,
        @Nullable String after,
        String reason,
        LocalDate madeOn,
        String recordedBy) {}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time outside of the Party, or out of contact with it, from before the journal.
 *
 * @param until the day membership went on
 * @param paper what proves it
 * @param withdrawnWhy why it was taken back; null while it stands
 */
public record Interruption(
        UUID id,
        LocalDate starts,
        LocalDate until,
        String ground,
        String paper,
        String recordedBy,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnWhy) {}

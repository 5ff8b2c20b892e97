package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of transfers.
 *
 * @param waitsFor the level whose box is the next; null when it is over
 * @param dueOn by when the letter must be out, or be presented; null when it is over or no rule names a day
 */
public record TransferRow(
        UUID id,
        String code,
        TransferKind kind,
        Direction direction,
        Stage stage,
        String fullName,
        String fromName,
        String toName,
        @Nullable String letterNumber,
        LocalDate requestedOn,
        @Nullable LocalDate introducedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable LocalDate endedOn,
        @Nullable String waitsFor) {}

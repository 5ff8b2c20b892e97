package vn.partyregister.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;

/**
 * What a member asks for who is to go elsewhere.
 *
 * @param to the cell that is to take them in; null where it is none of this register, and {@code elsewhere} names it
 * @param decidedOn the decision, or the move, that it follows from
 * @param requestedOn the application
 * @param returnsOn the last day of a temporary transfer
 * @param lateWhy why it begins after its term
 */
public record NewTransfer(
        TransferKind kind,
        @Nullable OrganisationId to,
        @Nullable String elsewhere,
        String ground,
        LocalDate decidedOn,
        LocalDate requestedOn,
        @Nullable LocalDate returnsOn,
        @Nullable String lateWhy) {
    Direction direction() {
        return to == null ? Direction.OUT : Direction.WITHIN;
    }
}

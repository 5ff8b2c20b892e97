package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/**
 * One line of a list of cases.
 *
 * @param days how long it has been at its stage
 * @param dueOn the last day of the term that runs; null where none does
 */
public record AdmissionRow(
        UUID id,
        String fullName,
        LocalDate bornEarliest,
        PartialDate.Precision bornPrecision,
        String category,
        @Nullable String organisation,
        Stage stage,
        LocalDate since,
        int days,
        @Nullable LocalDate dueOn,
        boolean overdue) {
    public PartialDate born() {
        return new PartialDate(bornEarliest, bornPrecision);
    }
}

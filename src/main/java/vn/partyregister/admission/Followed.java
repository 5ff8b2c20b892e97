package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.admission.Step.Kind;
import vn.partyregister.organisation.OrganisationId;

/**
 * What a case learns from the journal.
 *
 * @param stage where it comes to; for a move it stays where it is
 * @param cell where its member stands
 * @param officialOn the day probation ended, of whom was recognised
 */
record Followed(
        Kind kind,
        Stage stage,
        OrganisationId cell,
        LocalDate on,
        @Nullable Document document,
        String reason,
        @Nullable LocalDate officialOn) {
    /** As a step of the case: not before the one that is its last. */
    StepEntry entry(LocalDate last) {
        return new StepEntry(on.isBefore(last) ? last : on, document, null, null, List.of(), null, null, reason);
    }
}

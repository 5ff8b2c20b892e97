package vn.partyregister.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reorganisation (sắp xếp tổ chức): one event with one decision that changes many organisations on one day.
 *
 * @param revision what the acts ask for, so that two who work on it do not undo each other's work
 * @param organisationName what the organisation within which it happens is called
 * @param done how far its job has come, in hundredths
 * @param stopped why the job stopped; a message key
 */
public record Reorganisation(
        UUID id,
        int revision,
        UUID organisationId,
        String organisationName,
        String name,
        LocalDate effectiveOn,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String summary,
        ReorganisationState state,
        int done,
        @Nullable String stopped,
        List<String> stoppedAt,
        Instant changedAt,
        String changedBy,
        @Nullable UUID decisionId,
        @Nullable Instant appliedAt,
        @Nullable String appliedBy,
        @Nullable Instant reversedAt,
        @Nullable String reversedBy,
        @Nullable String reversedWhy) {
    public Reorganisation {
        stoppedAt = List.copyOf(stoppedAt);
    }

    public OrganisationId area() {
        return new OrganisationId(organisationId);
    }

    public boolean isDraft() {
        return state == ReorganisationState.DRAFT;
    }

    /** Its decision, as far as it is written down; null where it is not. */
    public @Nullable Decision decision() {
        return issuer == null || number == null || issuedOn == null
                ? null
                : new Decision(issuer, number, issuedOn, summary);
    }

    ReorganisationId key() {
        return new ReorganisationId(id);
    }
}

package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/**
 * A row of a case's history: appended, never changed.
 *
 * @param organisationId the cell the case belonged to
 * @param firstMemberId whom the step names: a helper or an introducer
 * @param untilOn the last day of a decision that was put off
 */
@Embeddable
public record Step(
        @Enumerated(EnumType.STRING) Kind kind,
        @Enumerated(EnumType.STRING) Stage stage,
        LocalDate day,
        UUID organisationId,

        @Embedded @EmbeddedColumnNaming("document_%s") @Nullable
        Document document,

        @Nullable LocalDate receivedOn,
        @Embedded @EmbeddedColumnNaming("vote_%s") @Nullable Vote vote,
        @Nullable UUID firstMemberId,
        @Nullable UUID secondMemberId,
        @Nullable String massOrganisation,
        @Nullable String reason,
        @Nullable LocalDate untilOn,
        String recordedBy) {
    static Step of(Kind kind, Stage stage, StepEntry entry, OrganisationId cell, String username) {
        var named = entry.members();
        return new Step(
                kind,
                stage,
                entry.day(),
                cell.id(),
                entry.document(),
                entry.receivedOn(),
                entry.vote(),
                named.isEmpty() ? null : named.getFirst().id(),
                named.size() < 2 ? null : named.get(1).id(),
                entry.massOrganisation(),
                entry.reason(),
                null,
                username);
    }

    /** The decision that a stage waits for may be made until a later day. */
    static Step extended(Stage stage, Extension told, OrganisationId cell, String username) {
        return new Step(
                Kind.EXTENDED,
                stage,
                told.day(),
                cell.id(),
                null,
                null,
                null,
                null,
                null,
                null,
                told.reason(),
                told.until(),
                username);
    }

    /** Whom the step names. */
    public List<MemberId> members() {
        return Stream.of(firstMemberId, secondMemberId)
                .filter(Objects::nonNull)
                .map(MemberId::new)
                .toList();
    }

    /** What a row tells. */
    public enum Kind {
        /** The case came to a stage. */
        REACHED,
        /** What was told of a stage it has reached was told anew: another helper, a repeated course. */
        CHANGED,
        /** It was put back to a stage: what lies behind it no longer holds. */
        BACK,
        /** The candidate went to another cell, and the case with them. */
        MOVED,
        /** The decision it waits for was put off. */
        EXTENDED
    }
}

package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.membership.Act;
import vn.partyregister.membership.MemberFile;
import vn.partyregister.membership.MovementId;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.MovementKind.Asked;
import vn.partyregister.membership.Status;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;

/** What the browser sends of something that happened to a member: which fields, says the kind. */
@NullUnmarked
record MovementForm(
        @NotNull(message = "{membership.missing.day}") LocalDate day,

        @Size(max = 700) String organisation,
        Status status,
        @Size(max = 200) String elsewhere,
        @Size(max = 50) String ground,
        @Size(max = 100) String number,
        LocalDate decidedOn,
        @Size(max = 200) String issuer,
        MovementId corrects) {
    static MovementForm begin(LocalDate day, String organisation, Status status, String issuer) {
        return new MovementForm(day, organisation, status, null, null, null, null, issuer, null);
    }

    static MovementForm correct(MemberFile.Event wrong) {
        return new MovementForm(
                wrong.effectiveOn(),
                wrong.toName(),
                wrong.status(),
                wrong.elsewhere(),
                wrong.ground(),
                wrong.decisionNumber(),
                wrong.decidedOn(),
                wrong.issuer(),
                wrong.id());
    }

    /** Marks what the kind asks for and nothing stands in. */
    void requireWhatIsAsked(MovementKind kind, BindingResult errors) {
        require(kind.asks(Asked.ORGANISATION), organisation, "organisation", "membership.missing.organisation", errors);
        require(kind.asks(Asked.STATUS), status, "status", "membership.missing.status", errors);
        require(kind.asks(Asked.ELSEWHERE), elsewhere, "elsewhere", "membership.missing.elsewhere", errors);
        require(kind.asks(Asked.GROUND), ground, "ground", "membership.missing.ground", errors);
        require(kind.asks(Asked.DECISION), number, "number", "membership.missing.number", errors);
        require(kind.asks(Asked.DECISION), decidedOn, "decidedOn", "membership.missing.decided-on", errors);
        require(kind.asks(Asked.DECISION), issuer, "issuer", "membership.missing.issuer", errors);
    }

    private static void require(boolean asked, Object given, String field, String otherwise, BindingResult errors) {
        var missing = given == null || given instanceof String text && text.isBlank();
        if (asked && missing && !errors.hasFieldErrors(field)) {
            WrongField.mark(errors, field, given, otherwise);
        }
    }

    /** Only what the kind asks for: whatever else was sent stays out. */
    Act act(MovementKind kind, OrganisationId to) {
        return new Act(
                kind,
                day,
                to,
                kind.asks(Asked.STATUS) ? status : null,
                kind.asks(Asked.GROUND) ? ground : null,
                kind.asks(Asked.ELSEWHERE) ? VietnameseText.tidy(elsewhere) : null,
                kind.asks(Asked.DECISION) ? new Decision(issuer, number, decidedOn, null) : null,
                corrects);
    }
}

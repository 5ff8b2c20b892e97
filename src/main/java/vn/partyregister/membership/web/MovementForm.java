package vn.partyregister.membership.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.membership.Act;
import vn.partyregister.membership.MemberFile;
import vn.partyregister.membership.MovementId;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.MovementKind.Asked;
import vn.partyregister.membership.MovingMany;
import vn.partyregister.membership.Status;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;

/** What the browser sends of something that happened to a member: which fields, says the kind. */
@NullUnmarked
record MovementForm(
        LocalDate day,
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

    /** What was said of many, to be said otherwise. */
    static MovementForm of(MovingMany said, String organisation) {
        var decision = said.decision();
        return new MovementForm(
                said.day(),
                organisation,
                said.status(),
                said.elsewhere(),
                said.ground(),
                decision == null ? null : decision.number(),
                decision == null ? null : decision.day(),
                decision == null ? null : decision.issuer(),
                null);
    }

    /** Marks what the kind asks for and nothing stands in. */
    void requireWhatIsAsked(MovementKind kind, BindingResult errors) {
        require(true, day, "day", "membership.missing.day", errors);
        requireAllButTheDay(kind, errors);
    }

    /** The same of many: a recognition without a day is one of each on their own. */
    void requireWhatIsAskedOfMany(MovementKind kind, BindingResult errors) {
        require(kind != MovementKind.RECOGNISED, day, "day", "membership.missing.day", errors);
        requireAllButTheDay(kind, errors);
    }

    private void requireAllButTheDay(MovementKind kind, BindingResult errors) {
        require(kind.asks(Asked.ORGANISATION), organisation, "organisation", "membership.missing.organisation", errors);
        require(kind.asks(Asked.STATUS), status, "status", "membership.missing.status", errors);
        require(kind.asks(Asked.ELSEWHERE), elsewhere, "elsewhere", "membership.missing.elsewhere", errors);
        require(kind.asks(Asked.GROUND), ground, "ground", "membership.missing.ground", errors);
        require(kind.asks(Asked.DECISION), number, "number", "membership.missing.number", errors);
        require(kind.asks(Asked.DECISION), decidedOn, "decidedOn", "membership.missing.decided-on", errors);
        require(kind.asks(Asked.DECISION), issuer, "issuer", "membership.missing.issuer", errors);
    }

    /** What holds for all of many; whose decision it is, was recognised before. */
    MovingMany many(MovementKind kind, OrganisationId to, OrganisationId by) {
        return new MovingMany(
                kind,
                day,
                to,
                kind.asks(Asked.STATUS) ? status : null,
                kind.asks(Asked.GROUND) ? ground : null,
                kind.asks(Asked.ELSEWHERE) ? VietnameseText.tidy(elsewhere) : null,
                decision(kind),
                by);
    }

    Decision decision(MovementKind kind) {
        return kind.asks(Asked.DECISION) ? new Decision(issuer, number, decidedOn, null) : null;
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
                decision(kind),
                corrects);
    }
}

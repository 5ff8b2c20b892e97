package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.NewMember;
import vn.partyregister.membership.Act;
import vn.partyregister.membership.Admission;
import vn.partyregister.membership.Journal;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.Movements;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.reference.Rulebook;

/** What a case tells the journal: its own guards are asked there, never here again. */
@Component
class Joining {
    private static final String UNWORTHY = "UNWORTHY_PROBATIONER";

    private final Journal journal;
    private final Movements movements;
    private final Rulebook rulebook;
    private final Seal seal;
    private final FormerMembers formerMembers;

    Joining(Journal journal, Movements movements, Rulebook rulebook, Seal seal, FormerMembers formerMembers) {
        this.journal = journal;
        this.movements = movements;
        this.rulebook = rulebook;
        this.seal = seal;
        this.formerMembers = formerMembers;
    }

    /** Refuses whom the journal would not admit again on this day, and who left for what bars from it. */
    void requireAgain(MemberId former, NewCase told, Scope scope) {
        formerMembers.left(former, told.day()).ifPresent(left -> {
            var rule = rulebook.on(told.day()).ofGroups("never-admitted-again").get(left.ground());
            if (rule != null && rule.value().equals("NEVER")) {
                throw new RuleBroken(rule.source(), "admission.never-again");
            }
        });
        movements.requirePossible(former, act(MovementKind.ADMITTED, told.day(), told.cell(), null, null), scope);
    }

    /** The ceremony: party age runs from the decision, probation from this day. */
    MemberId admit(AdmissionCase one, LocalDate ceremony, Scope scope) {
        var candidate = one.candidate();
        var decision = one.live(Stage.DECIDED)
                .map(Step::document)
                .map(Document::decision)
                .orElseThrow(() -> new RuleBroken("admission.no-decision"));
        var number = one.citizenNumber();
        var person = new NewMember(
                candidate.fullName(),
                null,
                candidate.sex(),
                candidate.born(),
                candidate.ethnicity(),
                candidate.religion(),
                number == null ? null : seal.openText(number.sealed()),
                decision.day(),
                ceremony,
                null,
                candidate.generalEducation());
        var again = one.member() == null ? one.again() : one.member();
        return journal.admit(new Admission(person, one.organisation(), decision, again), scope);
    }

    /** Official from the day probation ended. */
    void recognise(AdmissionCase one, LocalDate effective, Decision decision, Scope scope) {
        movements.record(member(one), act(MovementKind.RECOGNISED, effective, null, null, decision), scope);
    }

    /** A decision to admit is cancelled: the journal learns of it where there was a ceremony. */
    void cancel(AdmissionCase one, StepEntry entry, Decision decision, Scope scope) {
        if (one.milestones().joinedOn() == null) {
            return;
        }
        movements.record(
                member(one), act(MovementKind.ADMISSION_CANCELLED, entry.day(), null, entry.ground(), decision), scope);
    }

    /** A probationer who proved unworthy is struck off. */
    void strikeOff(AdmissionCase one, LocalDate day, Decision decision, Scope scope) {
        movements.record(member(one), act(MovementKind.STRUCK_OFF, day, null, UNWORTHY, decision), scope);
    }

    private static MemberId member(AdmissionCase one) {
        return Objects.requireNonNull(one.member(), () -> "a case without a member: " + Dates.write(one.since()));
    }

    private static Act act(
            MovementKind kind,
            LocalDate day,
            @Nullable OrganisationId to,
            @Nullable String ground,
            @Nullable Decision decision) {
        return new Act(kind, day, to, null, ground, null, decision, null);
    }
}

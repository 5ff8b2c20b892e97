package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** One step of one case: judged, told to the journal where it makes or unmakes a member, and added to the case. */
@Component
class Entering {
    private final Procedures procedures;
    private final CellFacts cells;
    private final StepGuards guards;
    private final Joining joining;
    private final BusinessDay businessDay;

    Entering(Procedures procedures, CellFacts cells, StepGuards guards, Joining joining, BusinessDay businessDay) {
        this.procedures = procedures;
        this.cells = cells;
        this.guards = guards;
        this.joining = joining;
        this.businessDay = businessDay;
    }

    /** Leaves the case to be written down by whoever loaded it. */
    Stage enter(AdmissionCase one, Stage next, StepEntry entry, Scope scope) {
        var procedure = procedure(one);
        one.requireNext(next, procedure);
        guards.require(one, next, entry);
        var reached = guards.outcome(one, next, entry);
        if (reached == Stage.CEREMONY) {
            one.becameMember(joining.admit(one, entry.day(), scope));
        }
        tellJournal(one, reached, entry, scope);
        return one.reach(next, reached, entry, procedure, Author.current().username())
                .stage();
    }

    /** The day on which a step has the journal tell something; nothing where it tells it nothing. */
    Optional<LocalDate> toldOn(AdmissionCase one, Stage next, LocalDate day) {
        if (next == Stage.OFFICIAL && one.milestones().joinedOn() != null) {
            return Optional.of(guards.endOfProbation(one));
        }
        var tells = next == Stage.CEREMONY || (next.isInTheJournal() && one.member() != null);
        return tells ? Optional.of(day) : Optional.empty();
    }

    private void tellJournal(AdmissionCase one, Stage reached, StepEntry entry, Scope scope) {
        if (!reached.isInTheJournal()) {
            return;
        }
        var document = entry.document();
        if (document == null) {
            throw new RuleBroken("admission.no-decision");
        }
        var decision = document.decision();
        if (reached == Stage.OFFICIAL) {
            var effective = guards.endOfProbation(one);
            joining.recognise(one, effective, decision, scope);
            one.becameOfficial(effective);
        } else if (reached == Stage.CANCELLED) {
            joining.cancel(one, entry, decision, scope);
        } else {
            joining.strikeOff(one, entry.day(), decision, scope);
        }
    }

    Procedure procedure(AdmissionCase one) {
        return procedures.on(one.ruleDay(), cells.where(one.organisation(), businessDay.today()));
    }
}

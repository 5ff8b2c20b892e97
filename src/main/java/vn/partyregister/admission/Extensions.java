package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Term;
import vn.partyregister.reference.WorkingDays;

/** How far a decision may be put off: beyond its own last day, and no further than the rule of the case allows. */
@Component
class Extensions {
    private final CaseRules rules;
    private final WorkingDays workingDays;

    Extensions(CaseRules rules, WorkingDays workingDays) {
        this.rules = rules;
        this.workingDays = workingDays;
    }

    void require(AdmissionCase one, Extension told) {
        var decision = one.stage().decision();
        if (decision == null) {
            throw new RuleBroken("admission.nothing-to-extend", one.stage().label());
        }
        var starts = starts(one, decision);
        var book = rules.of(one, starts);
        if (!book.about("decision-extension").know("decision-extension")) {
            throw new RuleBroken("admission.no-extension", Dates.write(starts));
        }
        var term = term(book, decision);
        var last = workingDays.lastDay(starts, term.value());
        if (!told.until().isAfter(last)) {
            throw new RuleBroken(term.source(), "admission.extends-nothing", Dates.write(last));
        }
        var extension = book.about("decision-extension").decisionExtension();
        var most = workingDays.lastDay(last, extension.value());
        if (told.until().isAfter(most)) {
            throw new RuleBroken(
                    extension.source(), "admission.extended-too-far", Dates.write(most), Dates.write(last));
        }
    }

    private static LocalDate starts(AdmissionCase one, Stage decision) {
        var days = one.milestones();
        return Objects.requireNonNull(decision == Stage.DECIDED ? days.votedOn() : days.proposedOn());
    }

    private static Rule<Term> term(CaseRules.Book book, Stage decision) {
        return decision == Stage.DECIDED
                ? book.about("admission-decision").admissionDecision()
                : book.about("recognition-decision").recognitionDecision();
    }
}

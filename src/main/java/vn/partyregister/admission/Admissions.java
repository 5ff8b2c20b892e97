package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.Movements;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Cases of admission are opened and go from stage to stage, each within the scope of whoever records it. */
@Service
@Transactional
public class Admissions {
    private final AdmissionCaseRepository cases;
    private final Opening opening;
    private final Corrections corrections;
    private final Entering entering;
    private final CaseChoices choices;
    private final StepGuards guards;
    private final Extensions extensions;
    private final Movements movements;
    private final OrganisationTree tree;
    private final Decisions decisions;
    private final Verification verification;
    private final ObjectProvider<CandidatePlaces> places;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Admissions(
            AdmissionCaseRepository cases,
            Opening opening,
            Corrections corrections,
            Entering entering,
            CaseChoices choices,
            StepGuards guards,
            Extensions extensions,
            Movements movements,
            OrganisationTree tree,
            Decisions decisions,
            Verification verification,
            ObjectProvider<CandidatePlaces> places,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.cases = cases;
        this.opening = opening;
        this.corrections = corrections;
        this.entering = entering;
        this.choices = choices;
        this.guards = guards;
        this.extensions = extensions;
        this.movements = movements;
        this.tree = tree;
        this.decisions = decisions;
        this.verification = verification;
        this.places = places;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Somebody is nominated who is no member, nor in another case. */
    public AdmissionCaseId open(NewCase told, Scope scope) {
        requireNotInFuture(told.day());
        var opened = opening.open(told, scope);
        cases.saveAndFlush(opened);
        if (told.place() != null) {
            places.forEach(known -> known.told(opened.id(), told.place(), scope));
        }
        note("admission.opened", opened, told.day(), null);
        return opened.id();
    }

    /** A case comes to its next stage, or leaves the way; the journal is told by the stages that make or unmake a member. */
    public Stage reach(AdmissionCaseId id, Stage next, StepEntry entry, Scope scope) {
        var one = get(id, scope);
        var document = entry.document();
        if (next == Stage.DECIDED && document != null) {
            decisions.note(document.decision(), one.organisation());
        }
        var reached = entering.enter(one, next, entry, scope);
        cases.saveAndFlush(one);
        note("admission.step", one, entry.day(), entry.reason());
        return reached;
    }

    /** The closed periods that a step would come too late for. */
    @Transactional(readOnly = true)
    public List<ClosedPeriod> lateFor(AdmissionCaseId id, Stage next, LocalDate day, Scope scope) {
        var one = get(id, scope);
        return entering.toldOn(one, next, day)
                .map(told -> movements.lateFor(one.organisation(), told))
                .orElse(List.of());
    }

    /** Another helper, or a course that was repeated. */
    public void change(AdmissionCaseId id, Stage told, StepEntry entry, Scope scope) {
        var one = get(id, scope);
        guards.require(one, told, entry);
        cases.saveAndFlush(one.change(
                told, entry, entering.procedure(one), Author.current().username()));
        note("admission.changed", one, entry.day(), entry.reason());
    }

    /**
     * What was told of the candidate is completed or put right, judged like what is told of a new one.
     *
     * @param version of the case as it was shown
     */
    public void correct(AdmissionCaseId id, int version, ToldAnew told, Scope scope) {
        var one = get(id, scope);
        if (one.version() != version) {
            throw new RuleBroken("refusal.changed-meanwhile");
        }
        var before = one.candidate();
        var endBefore = Objects.requireNonNullElse(one.citizenNumberEnd(), "");
        var placeBefore = Objects.requireNonNullElse(one.sourcePlace(), "");
        var place = Objects.requireNonNullElse(told.place(), "");
        var another = opening.judge(one, told.candidate(), told.citizenNumber(), scope);
        one.correct(told.candidate(), told.place());
        var changes = new ArrayList<>(Corrections.between(before, told.candidate()));
        if (!place.equals(placeBefore)) {
            changes.add(new Corrections.Change(CandidateField.SOURCE_PLACE, placeBefore, place));
            places.forEach(known -> known.told(id, told.place(), scope));
        }
        if (another != null) {
            one.known(another);
            changes.add(new Corrections.Change(CandidateField.CITIZEN_NUMBER, endBefore, another.end()));
        } else if (told.withoutNumber() && !endBefore.isEmpty()) {
            one.forgetNumber();
            changes.add(new Corrections.Change(CandidateField.CITIZEN_NUMBER, endBefore, ""));
        }
        corrections.note(
                id,
                changes,
                CaseChoices.legible(told.reason()),
                businessDay.today(),
                Author.current().username());
        cases.saveAndFlush(one);
        audit.changed(
                "admission.corrected",
                new Subject("admission", id.id(), one.organisation().id()),
                Corrections.Change.before(changes),
                Corrections.Change.after(changes, told.reason()));
    }

    public void stepBack(AdmissionCaseId id, Stage to, LocalDate day, String reason, Scope scope) {
        var one = get(id, scope);
        requireNotInFuture(day);
        opening.requireNoOther(one, scope);
        cases.saveAndFlush(one.stepBack(
                to,
                day,
                CaseChoices.legible(reason),
                entering.procedure(one),
                Author.current().username()));
        note("admission.back", one, day, reason);
    }

    /** A decision is put off in a special case. */
    public void extend(AdmissionCaseId id, Extension told, Scope scope) {
        var one = get(id, scope);
        requireNotInFuture(told.day());
        extensions.require(one, told);
        CaseChoices.legible(told.reason());
        cases.saveAndFlush(one.extend(told, Author.current().username()));
        note("admission.extended", one, told.until(), told.reason());
    }

    /** The candidate moved: the case goes on in another cell, and keeps its steps. */
    public void move(AdmissionCaseId id, OrganisationId cell, LocalDate day, String reason, Scope scope) {
        var one = get(id, scope);
        requireNotInFuture(day);
        tree.get(cell, Scope.EVERYTHING, day);
        opening.requireCell(cell, day);
        cases.saveAndFlush(one.moveTo(
                cell, day, CaseChoices.legible(reason), Author.current().username()));
        note("admission.moved", one, day, reason);
    }

    public void add(AdmissionCaseId id, Relative relative, Scope scope) {
        var one = get(id, scope);
        requireSound(one, relative);
        cases.saveAndFlush(one.add(relative));
        note("admission.relative", one, businessDay.today(), relative.relation());
    }

    public void set(AdmissionCaseId id, int position, Relative relative, Scope scope) {
        var one = get(id, scope);
        requireSound(one, relative);
        cases.saveAndFlush(one.set(position, relative));
        note("admission.relative", one, businessDay.today(), relative.relation());
    }

    private void requireSound(AdmissionCase one, Relative relative) {
        CaseChoices.legible(relative.fullName());
        CaseChoices.legible(relative.place());
        choices.require("relative", relative.relation());
        choices.require("verification-result", relative.result());
        if (relative.sentOn() != null) {
            requireNotInFuture(relative.sentOn());
        }
        if (relative.returnedOn() != null) {
            requireNotInFuture(relative.returnedOn());
        }
        if (Relative.NOT_NEEDED.equals(relative.result())) {
            verification.requireShortcut(one, relative);
        }
    }

    public void add(AdmissionCaseId id, Paper paper, Scope scope) {
        var one = get(id, scope);
        requireNotInFuture(paper.day());
        choices.require("case-paper", paper.kind());
        CaseChoices.legible(paper.number());
        CaseChoices.legible(paper.issuer());
        cases.saveAndFlush(one.add(paper));
        note("admission.paper", one, paper.day(), paper.kind());
    }

    private AdmissionCase get(AdmissionCaseId id, Scope scope) {
        var one = cases.get(id);
        if (tree.find(one.organisation(), scope, businessDay.today()).isEmpty()) {
            throw new NotFound("admission.unknown");
        }
        return one;
    }

    private void requireNotInFuture(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
    }

    private void note(String act, AdmissionCase one, LocalDate day, @Nullable String reason) {
        var told = new LinkedHashMap<String, Object>(Map.of("stage", one.stage(), "on", day));
        if (reason != null) {
            told.put("why", reason);
        }
        audit.changed(
                act, new Subject("admission", one.id().id(), one.organisation().id()), null, told);
    }
}

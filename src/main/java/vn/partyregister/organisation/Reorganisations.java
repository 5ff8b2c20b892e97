package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.organisation.ReorganisationStore.NumberedStep;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PlannedJobs;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/**
 * Reorganisations: drafted step by step, looked at before, carried out whole by one decision on their day, and taken back
 * whole as long as nothing rests on them.
 */
@Service
@Transactional
public class Reorganisations {
    private final ReorganisationStore store;
    private final OrganisationTree tree;
    private final Enactment enactment;
    private final Decisions decisions;
    private final PlannedJobs jobs;
    private final BusinessDay businessDay;
    private final AuditTrail trail;

    Reorganisations(
            ReorganisationStore store,
            OrganisationTree tree,
            Enactment enactment,
            Decisions decisions,
            PlannedJobs jobs,
            BusinessDay businessDay,
            AuditTrail trail) {
        this.store = store;
        this.tree = tree;
        this.enactment = enactment;
        this.decisions = decisions;
        this.jobs = jobs;
        this.businessDay = businessDay;
        this.trail = trail;
    }

    /** One that the scope reaches. */
    @Transactional(readOnly = true)
    public Reorganisation get(ReorganisationId id, Scope scope) {
        return store.get(id, scope, businessDay.today());
    }

    /** A new draft within an organisation. */
    public ReorganisationId draft(OrganisationId area, Outline outline, Scope scope) {
        tree.get(area, scope, businessDay.today());
        var id = ReorganisationId.next();
        store.insert(id, area, tidy(outline));
        announce(outline, area);
        trail.changed("reorganisation.drafted", Enactment.subject(get(id, scope)), null, tidy(outline));
        return id;
    }

    /** Its name, its day, its decision. */
    public void revise(ReorganisationId id, int revision, Outline outline, Scope scope) {
        var draft = open(id, revision, scope);
        store.save(id, tidy(outline));
        announce(outline, draft.area());
        trail.changed(
                "reorganisation.revised",
                Enactment.subject(draft),
                new Outline(draft.name(), draft.effectiveOn(), draft.decision()),
                tidy(outline));
    }

    private void announce(Outline outline, OrganisationId area) {
        var decision = outline.decision();
        if (decision != null) {
            decisions.announce(decision, area);
        }
    }

    /** Adds steps to a draft. */
    public void add(ReorganisationId id, int revision, List<Step> steps, Scope scope) {
        var draft = open(id, revision, scope);
        steps.stream()
                .filter(step -> step.organisation().equals(step.target()))
                .findAny()
                .ifPresent(step -> {
                    throw new RuleBroken("organisation.plan.into-itself");
                });
        try {
            store.add(id, steps);
        } catch (DuplicateKeyException twice) {
            throw new RuleBroken("organisation.plan.step-twice");
        }
        trail.changed("reorganisation.step-added", Enactment.subject(draft), null, Map.of("steps", steps));
    }

    /** Takes a step out of a draft. */
    public void remove(ReorganisationId id, int revision, int number, Scope scope) {
        var draft = open(id, revision, scope);
        var removed =
                store.steps(id).stream().filter(step -> step.number() == number).findFirst();
        if (removed.isPresent()) {
            store.remove(id, number);
            trail.changed(
                    "reorganisation.step-removed",
                    Enactment.subject(draft),
                    Map.of("step", removed.get().step()),
                    null);
        }
    }

    /** Lets a draft go. */
    public void abandon(ReorganisationId id, int revision, Scope scope) {
        var draft = open(id, revision, scope);
        store.move(draft, ReorganisationState.ABANDONED);
        trail.changed("reorganisation.abandoned", Enactment.subject(draft), null, null);
    }

    /** Has it carried out by a job, on its day or later. */
    public void apply(ReorganisationId id, int revision, Scope scope) {
        var draft = open(id, revision, scope);
        var decision = draft.decision();
        if (decision == null) {
            throw new RuleBroken("organisation.plan.no-decision");
        }
        requireCome(draft.effectiveOn(), "organisation.plan.day-to-come");
        requireCome(decision.day(), "organisation.plan.decision-to-come");
        store.move(draft, ReorganisationState.APPLYING);
        jobs.plan(ReorganisationRun.TASK, id.id());
    }

    /** Has it taken back whole by a job. */
    public void takeBack(ReorganisationId id, String reason, Scope scope) {
        var done = get(id, scope);
        store.giveReason(id, VietnameseText.tidy(reason));
        store.move(done, ReorganisationState.REVERSING);
        jobs.plan(ReorganisationRun.TASK, id.id());
    }

    /** What stands in the way of taking it back. */
    @Transactional(readOnly = true)
    public List<Consequence> resting(ReorganisationId id, Scope scope) {
        var done = get(id, scope);
        if (done.state() != ReorganisationState.APPLIED) {
            throw new RuleBroken("organisation.plan.not-now");
        }
        return enactment.resting(enactment.event(done));
    }

    /** Another module changes what it keeps of a draft. */
    public void touch(ReorganisationId id, int revision, Scope scope) {
        open(id, revision, scope);
    }

    /** From which one another is split off in this reorganisation. */
    @Transactional(readOnly = true)
    public OrganisationId splitFrom(ReorganisationId id, OrganisationId begun, Scope scope) {
        get(id, scope);
        return store.steps(id).stream()
                .map(NumberedStep::step)
                .filter(step ->
                        step.act() == StepAct.SPLIT && step.organisation().equals(begun))
                .map(Step::source)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new NotFound("organisation.plan.unknown-split"));
    }

    /** What one is called that begins in this reorganisation. */
    @Transactional(readOnly = true)
    public String nameOf(ReorganisationId id, OrganisationId begun) {
        return store.steps(id).stream()
                .map(NumberedStep::step)
                .filter(step -> step.act().begins() && step.organisation().equals(begun))
                .map(Step::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    List<NumberedStep> steps(ReorganisationId id) {
        return store.steps(id);
    }

    private Reorganisation open(ReorganisationId id, int revision, Scope scope) {
        var draft = get(id, scope);
        if (!draft.isDraft()) {
            throw new RuleBroken("organisation.plan.not-now");
        }
        store.revise(id, revision);
        return draft;
    }

    private void requireCome(LocalDate day, String otherwise) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken(otherwise, Dates.write(day), Dates.write(businessDay.today()));
        }
    }

    private static Outline tidy(Outline outline) {
        return new Outline(VietnameseText.tidy(outline.name()), outline.day(), outline.decision());
    }
}

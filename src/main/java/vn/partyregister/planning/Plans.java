package vn.partyregister.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/**
 * Plans are drawn up, and their targets set and handed down: the committee that makes a plan sets its own, and each
 * committee those of the organisations right below it.
 */
@Service
@Transactional
public class Plans {
    private final PlanRepository plans;
    private final Targets targets;
    private final Groups groups;
    private final OrganisationTree tree;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    Plans(
            PlanRepository plans,
            Targets targets,
            Groups groups,
            OrganisationTree tree,
            Decisions decisions,
            BusinessDay businessDay,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.plans = plans;
        this.targets = targets;
        this.groups = groups;
        this.tree = tree;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    public PlanId drawUp(NewPlan told, Scope scope) {
        tree.get(told.organisation(), scope, businessDay.today());
        if (plans.existsByOrganisationAndFromOnAndToOn(told.organisation(), told.fromOn(), told.toOn())) {
            throw new RuleBroken("planning.planned-already", Dates.write(told.fromOn()), Dates.write(told.toOn()));
        }
        if (told.decision().number().isEmpty() || told.decision().issuer().isEmpty()) {
            throw new RuleBroken("planning.missing.paper");
        }
        var plan = Plan.drawUp(
                told,
                decisions.note(told.decision(), told.organisation()),
                Author.current().username());
        plans.saveAndFlush(plan);
        note("planning.drawn-up", plan, plan.organisation().id(), null, told);
        return plan.id();
    }

    /**
     * Sets targets, all of them or none. What stays as it was is not recorded again.
     *
     * @param decision by which targets change; null where all of them are set for the first time, by the plan's own paper
     * @param reason why they change
     * @return how many were set
     */
    public int set(PlanId id, List<NewTarget> told, @Nullable Decision decision, @Nullable String reason, Scope scope) {
        var plan = plans.hold(id);
        told.forEach(target -> requireSettable(plan, target, scope));
        var changed =
                told.stream().filter(target -> targets.differs(id, target)).toList();
        if (changed.isEmpty()) {
            throw new RuleBroken("planning.nothing-changes");
        }
        var again = changed.stream().anyMatch(target -> targets.find(id, target).isPresent());
        if (again && (decision == null || reason == null)) {
            throw new RuleBroken("planning.change-needs-a-decision");
        }
        var paper = decision == null ? plan.decision() : decisions.note(decision, plan.organisation());
        for (var target : changed) {
            var before = targets.find(id, target);
            targets.append(id, target, paper, reason);
            note("planning.target-set", plan, target.organisation().id(), before.orElse(null), target);
        }
        changed.forEach(target -> targets.requireSplitKept(id, target, businessDay.today()));
        return changed.size();
    }

    /** The committee that makes the plan sets its own; those of others are set from right above. */
    private void requireSettable(Plan plan, NewTarget target, Scope scope) {
        var today = businessDay.today();
        if (groups.find(target.group(), plan.fromOn()).isEmpty()) {
            throw new NotFound("planning.unknown-group");
        }
        if (target.organisation().equals(plan.organisation())) {
            tree.get(target.organisation(), scope, today);
            return;
        }
        if (!isBelow(plan, target)) {
            throw new NotFound("planning.unknown");
        }
        var above = tree.find(target.organisation(), Scope.EVERYTHING, today)
                .flatMap(facts -> Optional.ofNullable(facts.parent()));
        if (above.isEmpty() || tree.find(above.get(), scope, today).isEmpty()) {
            throw tree.find(target.organisation(), scope, today).isPresent()
                    ? new RuleBroken("planning.set-from-above")
                    : new NotFound("planning.unknown");
        }
    }

    private boolean isBelow(Plan plan, NewTarget target) {
        return jdbc.sql("""
                        select exists (select from organisation.ancestry where ancestor_id = :above
                            and descendant_id = :below and valid @> cast(:today as date))
                        """)
                .param("above", plan.organisation().id())
                .param("below", target.organisation().id())
                .param("today", businessDay.today())
                .query(Boolean.class)
                .single();
    }

    private void note(String act, Plan plan, UUID organisation, @Nullable Object before, Object after) {
        audit.changed(act, new Subject("plan", plan.id().id(), organisation), before, Map.of("told", after));
    }
}

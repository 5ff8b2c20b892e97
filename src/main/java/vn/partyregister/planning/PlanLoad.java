package vn.partyregister.planning;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;

/**
 * Enters plans with all their targets at once, for a register that is opened with them: each target is set for the first
 * time, by the paper of its plan. What a table refuses ends the whole load.
 */
@Service
public class PlanLoad {
    private static final int BATCH = 500;

    private final PlanRepository plans;
    private final Decisions decisions;
    private final JdbcTemplate batches;
    private final AuditTrail audit;

    PlanLoad(PlanRepository plans, Decisions decisions, JdbcTemplate batches, AuditTrail audit) {
        this.plans = plans;
        this.decisions = decisions;
        this.batches = batches;
        this.audit = audit;
    }

    @Transactional
    public void load(List<KnownPlan> known) {
        var username = Author.current().username();
        var targets = new ArrayList<Asked>();
        for (var one : known) {
            var plan = plans.saveAndFlush(Plan.drawUp(
                    one.told(), decisions.note(one.told().decision(), one.told().organisation()), username));
            one.targets().forEach(target -> targets.add(new Asked(plan, target)));
        }
        batches.batchUpdate("""
                insert into planning.target (plan_id, organisation_id, group_code, figure, closed, decision_id, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """, targets, BATCH, (row, asked) -> {
            row.setObject(1, asked.plan().id().id());
            row.setObject(2, asked.target().organisation().id());
            row.setString(3, asked.target().group());
            row.setObject(4, asked.target().figure(), Types.INTEGER);
            row.setBoolean(5, asked.target().figure() != null && asked.target().closed());
            row.setObject(6, asked.plan().decision());
            row.setString(7, username);
        });
        audit.changed(
                "planning.loaded",
                new Subject("plan", null, null),
                null,
                Map.of("plans", known.size(), "targets", targets.size()));
    }

    /** A plan and what it asks of whom. */
    public record KnownPlan(NewPlan told, List<NewTarget> targets) {
        public KnownPlan {
            targets = List.copyOf(targets);
        }
    }

    private record Asked(Plan plan, NewTarget target) {}
}

package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;

/** The targets of plans as rows: appended to, the newest holds, and a closed split stays what it is. */
@Component
class Targets {
    private final JdbcClient jdbc;

    Targets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A target that holds. */
    record Held(int figure, boolean closed) {}

    Optional<Held> find(PlanId plan, NewTarget target) {
        return find(plan, target.organisation().id(), target.group());
    }

    private Optional<Held> find(PlanId plan, UUID organisation, String group) {
        return jdbc.sql("""
                        select figure, closed from planning.target_now
                        where plan_id = :plan and organisation_id = :organisation and group_code = :group
                        """)
                .param("plan", plan.id())
                .param("organisation", organisation)
                .param("group", group)
                .query(new RecordRows<>(Held.class))
                .optional();
    }

    boolean differs(PlanId plan, NewTarget target) {
        var held = find(plan, target);
        return target.figure() == null
                ? held.isPresent()
                : held.isEmpty()
                        || held.get().figure() != target.figure()
                        || held.get().closed() != target.closed();
    }

    void append(PlanId plan, NewTarget target, UUID decision, @Nullable String reason) {
        jdbc.sql("""
                        insert into planning.target
                            (plan_id, organisation_id, group_code, figure, closed, decision_id, reason, recorded_by)
                        values (:plan, :organisation, :group, :figure, :closed, :decision, :reason, :username)
                        """)
                .param("plan", plan.id())
                .param("organisation", target.organisation().id())
                .param("group", target.group())
                .param("figure", target.figure())
                .param("closed", target.figure() != null && target.closed())
                .param("decision", decision)
                .param("reason", reason)
                .param("username", Author.current().username())
                .update();
    }

    /** Refuses what would make the parts of a closed split differ from the whole: of the target itself, and of the one above. */
    void requireSplitKept(PlanId plan, NewTarget target, LocalDate today) {
        requireSplitKept(plan, target.organisation().id(), target.group(), today);
        above(target.organisation(), today).ifPresent(above -> requireSplitKept(plan, above, target.group(), today));
    }

    private void requireSplitKept(PlanId plan, UUID whole, String group, LocalDate today) {
        var held = find(plan, whole, group).filter(Held::closed);
        if (held.isEmpty()) {
            return;
        }
        var parts = jdbc.sql("""
                        select t.figure from planning.target_now t
                        join organisation.organisation_version v
                            on v.organisation_id = t.organisation_id and v.valid @> cast(:today as date)
                        where t.plan_id = :plan and t.group_code = :group and v.parent_id = :whole
                        """)
                .param("today", today)
                .param("plan", plan.id())
                .param("group", group)
                .param("whole", whole)
                .query((row, _) -> row.getInt("figure"))
                .list();
        var sum = parts.stream().mapToInt(Integer::intValue).sum();
        if (!parts.isEmpty() && sum != held.get().figure()) {
            throw new RuleBroken(
                    "planning.split-is-closed",
                    held.get().figure(),
                    sum,
                    sum - held.get().figure(),
                    Dates.write(today));
        }
    }

    private Optional<UUID> above(OrganisationId organisation, LocalDate today) {
        return jdbc.sql("""
                        select parent_id from organisation.organisation_version
                        where organisation_id = :organisation and valid @> cast(:today as date) and parent_id is not null
                        """)
                .param("organisation", organisation.id())
                .param("today", today)
                .query((row, _) -> row.getObject("parent_id", UUID.class))
                .optional();
    }

    /** Everything ever set for an organisation in a plan, the newest first. */
    List<Past> history(PlanId plan, UUID organisation) {
        return jdbc.sql("""
                        select t.group_code as code, t.figure, t.closed, t.reason, t.recorded_by, t.recorded_at,
                            d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer
                        from planning.target t join organisation.decision d on d.id = t.decision_id
                        where t.plan_id = :plan and t.organisation_id = :organisation order by t.recorded desc limit 200
                        """)
                .param("plan", plan.id())
                .param("organisation", organisation)
                .query(new RecordRows<>(Past.class))
                .list();
    }
}

package vn.partyregister.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.RecordRows;

/**
 * Targets of plans that run on the day: those of an organisation that goes into another are added to that one's, where the
 * plan reaches it; those of one that only ends are taken back. A split that was final and whose parts no longer make the
 * whole is open again. What is split off begins without targets. Plans of an organisation that ends stay as they are.
 */
@Component
@Order(8)
class PlansMoveAlong implements FollowsReorganisation {
    /** Targets of organisations that end, in plans of those above them; into_id is null where they go into none. */
    private static final String GONE = """
            select t.plan_id, t.organisation_id, t.group_code, t.figure, g.into_id
            from planning.target_now t
            join planning.plan p on p.id = t.plan_id and p.to_on >= :day and p.organisation_id <> t.organisation_id
            join unnest(cast(:gone as uuid[]), cast(:into as uuid[])) as g (gone_id, into_id) on g.gone_id = t.organisation_id
            """;

    /** What an addition makes of the targets of those they go into. Shares of a population do not add up. */
    private static final String ADDED = """
            select gone.plan_id, gone.into_id as organisation_id, gone.group_code,
                sum(gone.figure) + coalesce(max(own.figure), 0) as figure, coalesce(bool_or(own.closed), false) as closed
            from (%s) gone
            join planning.plan p on p.id = gone.plan_id
            join planning.target_group k on k.code = gone.group_code and k.valid @> p.from_on and k.measure = 'ADMISSIONS'
            join organisation.ancestry a on a.ancestor_id = p.organisation_id and a.descendant_id = gone.into_id
                and a.depth > 0 and a.valid @> cast(:day as date)
            left join planning.target_now own on own.plan_id = gone.plan_id and own.organisation_id = gone.into_id
                and own.group_code = gone.group_code
            group by gone.plan_id, gone.into_id, gone.group_code
            """.formatted(GONE);

    private static final String NONE_ANY_MORE =
            "select plan_id, organisation_id, group_code, cast(null as integer) as figure, false as closed from ("
                    + GONE + ") gone";

    private static final String OPEN_AGAIN = """
            select t.plan_id, t.organisation_id, t.group_code, t.figure, false as closed
            from planning.target_now t
            join planning.plan p on p.id = t.plan_id and p.to_on >= :day
            join planning.target_now b on b.plan_id = t.plan_id and b.group_code = t.group_code
            join organisation.organisation_version v on v.organisation_id = b.organisation_id and v.parent_id = t.organisation_id
                and v.valid @> cast(:day as date)
            where t.closed
            group by t.plan_id, t.organisation_id, t.group_code, t.figure having sum(b.figure) <> t.figure
            """;

    /** What held before the reorganisation, of all it changed. */
    private static final String BEFORE = """
            select t.plan_id, t.organisation_id, t.group_code, b.figure, coalesce(b.closed, false) as closed
            from (select plan_id, organisation_id, group_code, min(recorded) as first from planning.target
                where reorganisation_id = :id group by plan_id, organisation_id, group_code) t
            left join lateral (select figure, closed from planning.target e where e.plan_id = t.plan_id
                and e.organisation_id = t.organisation_id and e.group_code = t.group_code and e.recorded < t.first
                order by e.recorded desc limit 1) b on true
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    PlansMoveAlong(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public String part() {
        return "planning.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<Consequence>();
        var counts = ask(
                        "select count(into_id) as moving, count(*) - count(into_id) as ending from (%s) gone"
                                .formatted(GONE),
                        event)
                .query((row, _) -> new int[] {row.getInt("moving"), row.getInt("ending")})
                .single();
        if (counts[0] > 0) {
            found.add(Consequence.tells("planning.reorganisation.move", counts[0]));
        }
        if (counts[1] > 0) {
            found.add(Consequence.warns("planning.reorganisation.end", counts[1]));
        }
        var without = event.named(ask("""
                select distinct p.organisation_id from planning.plan p
                where p.organisation_id = any(:gone) and p.to_on >= :day
                """, event));
        if (!without.isEmpty()) {
            found.add(Consequence.warns("planning.reorganisation.plans", without.size(), Consequence.named(without)));
        }
        var split = event.named(ask("""
                select distinct t.organisation_id from planning.target_now t join planning.plan p on p.id = t.plan_id
                where t.organisation_id = any(:sources) and p.to_on >= :day
                """, event));
        if (!split.isEmpty()) {
            found.add(Consequence.warns(
                    "planning.reorganisation.split", split.size(), Consequence.named(split), begun(event, split)));
        }
        return found;
    }

    /** What is split off from those that have targets, by the names it will bear. */
    private static String begun(Reorganised event, List<String> sources) {
        return Consequence.named(event.splits().entrySet().stream()
                .filter(one -> sources.contains(event.name(one.getValue().id())))
                .map(one -> event.name(one.getKey().id()))
                .sorted()
                .toList());
    }

    /** Whoever sets a target meanwhile waits. */
    @Override
    public void hold(Reorganised event) {
        ask("select id from planning.plan where to_on >= :day order by id for update", event)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    @Override
    public void follow(Reorganised event) {
        var number = number(event);
        var by = event.id().id();
        var changed = new ArrayList<>(append(ADDED, event, by, number));
        changed.addAll(append(NONE_ANY_MORE, event, by, number));
        changed.addAll(append(OPEN_AGAIN, event, by, number));
        audit.changedAll("planning.target-reorganised", "plan", changed);
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = ask("""
                        select count(*) from (
                            select 1 from (%s) b
                            join lateral (select reorganisation_id from planning.target e where e.plan_id = b.plan_id
                                and e.organisation_id = b.organisation_id and e.group_code = b.group_code
                                order by e.recorded desc limit 1) e on true
                            where e.reorganisation_id is distinct from :id
                            union all
                            select 1 from planning.target where organisation_id = any(:begun)
                                and reorganisation_id is distinct from :id
                            union all
                            select 1 from planning.plan where organisation_id = any(:begun)) changed
                        """.formatted(BEFORE), event)
                .param("begun", event.begunIds())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("planning.reorganisation.rests", resting));
    }

    /** What held before holds again. */
    @Override
    public void takeBack(Reorganised event, String reason) {
        audit.changedAll("planning.target-reorganised", "plan", append(BEFORE, event, null, reason));
    }

    private List<Changed> append(String targets, Reorganised event, @Nullable UUID by, String reason) {
        return ask("""
                        insert into planning.target
                            (plan_id, organisation_id, group_code, figure, closed, decision_id, reason,
                                reorganisation_id, recorded_by)
                        select plan_id, organisation_id, group_code, figure, closed, :decision, :reason, cast(:by as uuid), :username
                        from (%s) t
                        order by plan_id, organisation_id, group_code
                        returning plan_id, organisation_id, group_code, figure, closed
                        """.formatted(targets), event)
                .param("decision", event.decided())
                .param("reason", reason)
                .param("by", by)
                .param("username", Author.current().username())
                .query(new RecordRows<>(Told.class))
                .list()
                .stream()
                .map(one -> new Changed(one.planId(), one.organisationId(), null, one))
                .toList();
    }

    private String number(Reorganised event) {
        return jdbc.sql("select number from organisation.decision where id = :decision")
                .param("decision", event.decided())
                .query((row, _) -> row.getString("number"))
                .single();
    }

    /** Closed ones come with nothing they go into. */
    private StatementSpec ask(String sql, Reorganised event) {
        var gone = event.ended();
        return jdbc.sql(sql)
                .param("id", event.id().id())
                .param("day", event.day())
                .param("gone", gone.stream().map(OrganisationId::id).toArray(UUID[]::new))
                .param(
                        "into",
                        gone.stream()
                                .map(one -> event.mergers().get(one))
                                .map(into -> into == null ? null : into.id())
                                .toArray(UUID[]::new))
                .param("sources", event.sourceIds());
    }

    /** A target as it is from now on. */
    private record Told(
            UUID planId,
            UUID organisationId,
            String groupCode,
            @Nullable Integer figure,
            boolean closed) {}
}

package vn.partyregister.access;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;

/**
 * A role on an organisation that ends, ends; it passes on where the successor is new and has no other predecessor, so that
 * nobody comes to see more than before. All else an administrator grants anew. Rights are of the calendar day on which it
 * is carried out, whatever the day of the new tree.
 */
@Component
@Order(3)
class RolesEndAlong implements FollowsReorganisation {
    private static final String ENDING = """
            access.grant_of_role g
            left join unnest(cast(:only as uuid[]), cast(:heirs as uuid[])) as heir (from_id, into_id)
                on heir.from_id = g.organisation_id
            join access.account a on a.id = g.account_id
            where g.organisation_id = any(:ended) and (upper_inf(g.valid) or upper(g.valid) > :today)\
            """;

    private final JdbcClient jdbc;
    private final Today today;
    private final AuditTrail trail;

    RolesEndAlong(JdbcClient jdbc, Today today, AuditTrail trail) {
        this.jdbc = jdbc;
        this.today = today;
        this.trail = trail;
    }

    @Override
    public String part() {
        return "access.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<Consequence>();
        tell("access.reorganisation.pass-on", "heir.into_id is not null", event, found);
        tell("access.reorganisation.end", "heir.into_id is null", event, found);
        return found;
    }

    private void tell(String key, String which, Reorganised event, List<Consequence> found) {
        var names = ask("select distinct a.name from %s and %s order by 1".formatted(ENDING, which), event)
                .query((row, _) -> row.getString(1))
                .list();
        if (!names.isEmpty()) {
            var named = Consequence.named(names);
            found.add(
                    key.endsWith("end")
                            ? Consequence.warns(key, names.size(), named)
                            : Consequence.tells(key, names.size(), named));
        }
    }

    @Override
    public void follow(Reorganised event) {
        ask("""
                with ending as materialized (
                    select g.id, g.account_id, g.role, g.organisation_id, g.valid, g.for_account_id, heir.into_id,
                        case when heir.into_id is not null then uuidv7() end as heir_id
                    from %s),
                passed as (
                    insert into access.grant_of_role (id, account_id, role, organisation_id, valid, for_account_id)
                    select heir_id, account_id, role, into_id, daterange(greatest(lower(valid), cast(:today as date)), upper(valid)),
                        for_account_id
                    from ending where heir_id is not null)
                insert into access.grant_reorganised (reorganisation_id, grant_id, was)
                select :id, id, valid from ending
                """.formatted(ENDING), event).update();
        ask("""
                update access.grant_reorganised r set now_id = heir.id
                from access.grant_of_role g, access.grant_of_role heir,
                    unnest(cast(:only as uuid[]), cast(:heirs as uuid[])) as one (from_id, into_id)
                where r.reorganisation_id = :id and g.id = r.grant_id and one.from_id = g.organisation_id
                and heir.organisation_id = one.into_id and heir.account_id = g.account_id and heir.role = g.role
                """, event).update();
        ask("""
                update access.grant_of_role g
                set valid = daterange(lower(g.valid), greatest(cast(:today as date), lower(g.valid) + 1))
                from access.grant_reorganised r where r.reorganisation_id = :id and r.grant_id = g.id
                """, event).update();
        writeDown(event, "account.role-ended-with-organisation");
    }

    private void writeDown(Reorganised event, String act) {
        var changes = ask("""
                        select g.account_id, g.organisation_id, g.role, n.organisation_id as heir
                        from access.grant_reorganised r
                        join access.grant_of_role g on g.id = r.grant_id
                        left join access.grant_of_role n on n.id = r.now_id
                        where r.reorganisation_id = :id order by g.id
                        """, event)
                .query((row, _) -> new Changed(
                        row.getObject("account_id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getString("role"),
                        row.getObject("heir", UUID.class)))
                .list();
        trail.changedAll(act, "account", changes);
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var names = ask("""
                        select distinct a.name from access.grant_of_role g
                        join access.account a on a.id = g.account_id
                        where g.organisation_id = any(:begun) and g.valid @> cast(:today as date)
                        and not exists (select from access.grant_reorganised r
                            where r.reorganisation_id = :id and r.now_id = g.id)
                        order by 1
                        """, event).query((row, _) -> row.getString(1)).list();
        return Consequence.barredBy("access.reorganisation.rests", names);
    }

    /** Whoever held a role holds it again, from today on; the days between stay as they were. */
    @Override
    public void takeBack(Reorganised event, String reason) {
        writeDown(event, "account.role-goes-on");
        ask("""
                update access.grant_of_role g set valid = daterange(lower(g.valid), cast(:today as date))
                from access.grant_reorganised r
                where r.reorganisation_id = :id and r.now_id = g.id and lower(g.valid) < :today
                """, event).update();
        ask("""
                delete from access.grant_of_role g using access.grant_reorganised r
                where r.reorganisation_id = :id and r.now_id = g.id and lower(g.valid) >= :today
                """, event).update();
        ask("""
                insert into access.grant_of_role (id, account_id, role, organisation_id, valid, for_account_id)
                select uuidv7(), g.account_id, g.role, g.organisation_id,
                    daterange(greatest(cast(:today as date), upper(g.valid)), upper(r.was)), g.for_account_id
                from access.grant_reorganised r join access.grant_of_role g on g.id = r.grant_id
                where r.reorganisation_id = :id and (upper_inf(r.was) or upper(r.was) > greatest(cast(:today as date), upper(g.valid)))
                """, event).update();
    }

    private StatementSpec ask(String sql, Reorganised event) {
        var only = event.mergers().entrySet().stream()
                .filter(one -> event.begun().contains(one.getValue())
                        && !event.splits().containsKey(one.getValue())
                        && event.mergers().values().stream()
                                        .filter(one.getValue()::equals)
                                        .count()
                                == 1)
                .toList();
        return jdbc.sql(sql)
                .param("id", event.id().id())
                .param("today", today.day())
                .param("ended", event.endedIds())
                .param("begun", event.begunIds())
                .param("only", only.stream().map(one -> one.getKey().id()).toArray(UUID[]::new))
                .param("heirs", only.stream().map(one -> one.getValue().id()).toArray(UUID[]::new));
    }
}

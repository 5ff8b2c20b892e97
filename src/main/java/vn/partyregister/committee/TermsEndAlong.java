package vn.partyregister.committee;

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
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Author;

/**
 * The committee of an organisation that ends, ends with it: its term and the posts in it, on the last day. The committees
 * of those that begin are appointed (chỉ định) by decisions of their own.
 */
@Component
@Order(2)
class TermsEndAlong implements FollowsReorganisation {
    /** Terms that would go on beyond the last day of their organisations. */
    private static final String RUNNING = """
            committee.term t where t.organisation_id = any(:ended) and t.taken_back_at is null
            and t.valid && daterange(:day, null)\
            """;

    private final JdbcClient jdbc;
    private final AuditTrail trail;

    TermsEndAlong(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @Override
    public String part() {
        return "committee.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<Consequence>();
        tell("committee.reorganisation.later", """
                select distinct t.label from %s and (lower(t.valid) >= :day or exists (select from committee.holding h
                    where h.term_id = t.id and h.taken_back_at is null and (lower(h.valid) >= :day
                    or h.left_decision_id is not null and upper(h.valid) > :day)))
                order by 1
                """.formatted(RUNNING), event, found);
        var ending = ask("""
                        select count(*) as terms, (select count(*) from committee.holding h
                            where h.taken_back_at is null and h.valid @> cast(:day as date)
                            and h.term_id in (select t.id from %1$s)) as posts
                        from %1$s
                        """.formatted(RUNNING), event)
                .query((row, _) -> new int[] {row.getInt("terms"), row.getInt("posts")})
                .single();
        if (ending[0] > 0) {
            found.add(Consequence.tells("committee.reorganisation.ends", ending[0], ending[1]));
        }
        vacant(event, found);
        doubled(event, found);
        away(event, found);
        return found;
    }

    /** Those that begin have no committee yet. */
    private static void vacant(Reorganised event, List<Consequence> found) {
        var names =
                event.begun().stream().map(id -> event.name(id.id())).sorted().toList();
        if (!names.isEmpty()) {
            found.add(Consequence.warns("committee.reorganisation.vacant", names.size(), Consequence.named(names)));
        }
    }

    /** Where several come together, each with a secretary. */
    private void doubled(Reorganised event, List<Consequence> found) {
        var names = jdbc.sql("""
                        select going.into_id from (
                            select into_id, from_id from unnest(cast(:ended as uuid[]), cast(:into as uuid[])) as m (from_id, into_id)
                            union all
                            select distinct into_id, into_id from unnest(cast(:into as uuid[])) as m (into_id)) going
                        join committee.term t on t.organisation_id = going.from_id and t.taken_back_at is null
                            and t.valid @> cast(:day as date)
                        join committee.holding h on h.term_id = t.id and h.post = 'SECRETARY' and h.taken_back_at is null
                            and h.valid @> cast(:day as date)
                        group by going.into_id having count(distinct h.member_id) > 1
                        """)
                .param("ended", event.mergedIds())
                .param("into", event.successorIds())
                .param("day", event.day())
                .query((row, _) -> event.name(row.getObject("into_id", UUID.class)))
                .list();
        if (!names.isEmpty()) {
            found.add(Consequence.warns(
                    "committee.reorganisation.double",
                    names.size(),
                    Consequence.named(names.stream().sorted().toList())));
        }
    }

    /** Whoever holds a post in one that goes on, and moves elsewhere with one that is split off. */
    private void away(Reorganised event, List<Consequence> found) {
        tell("committee.reorganisation.away", """
                select distinct p.full_name from membership.split_choice c
                join committee.holding h on h.member_id = c.member_id and h.taken_back_at is null
                    and h.valid @> cast(:day as date)
                join committee.term t on t.id = h.term_id and t.taken_back_at is null
                    and t.organisation_id = any(:sources) and t.organisation_id <> all(:ended)
                join member.member p on p.id = c.member_id
                where c.reorganisation_id = :id order by 1
                """, event, found);
    }

    private void tell(String key, String names, Reorganised event, List<Consequence> found) {
        var all = ask(names, event).query((row, _) -> row.getString(1)).list();
        if (!all.isEmpty()) {
            var named = Consequence.named(all);
            found.add(
                    key.endsWith("away")
                            ? Consequence.warns(key, all.size(), named)
                            : Consequence.bars(key, all.size(), named));
        }
    }

    @Override
    public void follow(Reorganised event) {
        ask("""
                insert into committee.term_end (term_id, number, last_day, was, decision_id, recorded_by, reorganisation_id)
                select t.id, (select count(*) + 1 from committee.term_end e where e.term_id = t.id),
                    cast(:day as date) - 1, upper(t.valid) - 1, :decision, :by, :id
                from %s
                """.formatted(RUNNING), event)
                .param("decision", event.decided())
                .param("by", Author.current().username())
                .update();
        setEnds(event, ":day");
        writeDown(event, "committee.term-ended-with-organisation");
    }

    /** The terms that ended with their organisations end on another day; so do the posts held to their end. */
    private void setEnds(Reorganised event, String until) {
        ask("""
                update committee.term t set version = version + 1, valid = daterange(lower(t.valid), cast(%s as date))
                from committee.term_end e
                where e.reorganisation_id = :id and e.term_id = t.id and e.last_day = cast(:day as date) - 1
                """.formatted(until), event).update();
        ask("""
                update committee.holding h set valid = daterange(lower(h.valid), upper(t.valid))
                from committee.term t
                where h.term_id = t.id and h.left_decision_id is null and h.taken_back_at is null
                and t.id in (select e.term_id from committee.term_end e where e.reorganisation_id = :id)
                """, event).update();
    }

    private void writeDown(Reorganised event, String act) {
        var changes = ask("""
                        select e.term_id, t.organisation_id from committee.term_end e
                        join committee.term t on t.id = e.term_id
                        where e.reorganisation_id = :id and e.last_day = cast(:day as date) - 1 order by e.term_id
                        """, event)
                .query((row, _) -> new Changed(
                        row.getObject("term_id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        null,
                        event.day().minusDays(1)))
                .list();
        trail.changedAll(act, "committee", changes);
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var found = new ArrayList<Consequence>();
        tell("committee.reorganisation.rests", """
                select distinct t.label from committee.term t
                where t.organisation_id = any(:begun) and t.taken_back_at is null
                union
                select t.label from committee.term_end e join committee.term t on t.id = e.term_id
                where e.reorganisation_id = :id and exists (select from committee.term_end later
                    where later.term_id = e.term_id and later.number > e.number)
                order by 1
                """, event, found);
        return found;
    }

    @Override
    public void takeBack(Reorganised event, String reason) {
        writeDown(event, "committee.term-goes-on");
        setEnds(event, "e.was + 1");
        ask("""
                insert into committee.term_end (term_id, number, last_day, was, decision_id, recorded_by, reorganisation_id)
                select e.term_id, e.number + 1, e.was, e.last_day, e.decision_id, :by, :id
                from committee.term_end e where e.reorganisation_id = :id
                """, event).param("by", Author.current().username()).update();
    }

    private StatementSpec ask(String sql, Reorganised event) {
        return jdbc.sql(sql)
                .param("id", event.id().id())
                .param("day", event.day())
                .param("ended", event.endedIds())
                .param("begun", event.begunIds())
                .param(
                        "sources",
                        event.splits().values().stream().map(OrganisationId::id).toArray(UUID[]::new));
    }
}

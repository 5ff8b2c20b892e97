package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.MemberCounts.Count;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Author;

/**
 * Members move with their organisations, without letters: whoever belongs to one that goes into another, and whoever was
 * chosen to go with one that is split off. The journal gets an entry of each by one statement, and is taken back by one.
 */
@Component
@Order(1)
class MembersMoveAlong implements FollowsReorganisation {
    /** Who moves from where to where: with one that ends, or chosen for one that is split off. */
    private static final String MOVING = """
            select s.member_id, s.organisation_id as from_id, going.into_id, s.status
            from unnest(cast(:ended as uuid[]), cast(:into as uuid[])) as going (from_id, into_id)
            join membership.standing s on s.organisation_id = going.from_id and s.valid @> cast(:day as date)
            where not exists (select from membership.split_choice c
                where c.reorganisation_id = :id and c.member_id = s.member_id
                and c.organisation_id = any(:splits) and s.organisation_id = any(:sources))
            union all
            select s.member_id, s.organisation_id, split.into_id, s.status
            from unnest(cast(:splits as uuid[]), cast(:sources as uuid[])) as split (into_id, from_id)
            join membership.split_choice c on c.reorganisation_id = :id and c.organisation_id = split.into_id
            join membership.standing s on s.member_id = c.member_id and s.organisation_id = split.from_id
                and s.valid @> cast(:day as date)\
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    MembersMoveAlong(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public String part() {
        return "membership.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<Consequence>();
        barClosing(event, found);
        barPlacesWithoutMembers(event, found);
        barWhatWasTold(event, found);
        barStrangers(event, found);
        var moving = ask("select count(*) as people, count(distinct from_id) as places from (" + MOVING + ") m", event)
                .query((row, _) -> new int[] {row.getInt("people"), row.getInt("places")})
                .single();
        if (moving[0] > 0) {
            found.add(Consequence.tells("membership.reorganisation.move", moving[0], moving[1]));
        }
        return found;
    }

    @Override
    public Map<OrganisationId, Count> chosenFor(Reorganised event) {
        var chosen = new HashMap<OrganisationId, Count>();
        ask("""
                select into_id, count(*) filter (where status = 'OFFICIAL') as official,
                    count(*) filter (where status = 'PROBATIONARY') as probationary
                from (%s) m where into_id = any(:splits) group by into_id
                """.formatted(MOVING), event).query(row -> {
            chosen.put(
                    new OrganisationId(row.getObject("into_id", UUID.class)),
                    new Count(row.getInt("official"), row.getInt("probationary")));
        });
        return chosen;
    }

    /** Whoever stands in one that ends and goes into none would stand nowhere. */
    private void barClosing(Reorganised event, List<Consequence> found) {
        jdbc.sql("""
                        select s.organisation_id, count(distinct s.member_id) as people from membership.standing s
                        where s.organisation_id = any(:closed) and s.valid && daterange(:day, null)
                        and not (s.valid @> cast(:day as date) and exists (select from membership.split_choice c
                            where c.reorganisation_id = :id and c.member_id = s.member_id))
                        group by s.organisation_id order by s.organisation_id
                        """)
                .param("closed", event.closed().stream().map(OrganisationId::id).toArray(UUID[]::new))
                .param("day", event.day())
                .param("id", event.id().id())
                .query(row -> {
                    found.add(Consequence.bars(
                            "membership.reorganisation.left-behind",
                            event.name(row.getObject("organisation_id", UUID.class)),
                            row.getInt("people")));
                });
    }

    /** Members belong to cells alone. */
    private void barPlacesWithoutMembers(Reorganised event, List<Consequence> found) {
        var barren = event.after().entrySet().stream()
                .filter(one -> !one.getValue().holdsMembers())
                .map(one -> one.getKey().id())
                .toArray(UUID[]::new);
        ask("""
                select into_id, sum(people) as people from (
                    select into_id, count(*) as people from (%s) m where into_id = any(:barren) group by into_id
                    union all
                    select s.organisation_id, count(*) from membership.standing s
                    where s.organisation_id = any(:barren) and s.valid && daterange(:day, null) group by s.organisation_id) all_of_them
                group by into_id order by into_id
                """.formatted(MOVING), event).param("barren", barren).query(row -> {
            found.add(Consequence.bars(
                    "membership.reorganisation.holds-none",
                    event.name(row.getObject("into_id", UUID.class)),
                    row.getInt("people")));
        });
    }

    /** What was told of the day itself or later would no longer fit: an arrival where nothing is, a move from elsewhere. */
    private void barWhatWasTold(Reorganised event, List<Consequence> found) {
        var names = ask("""
                        select distinct p.full_name from membership.told t
                        join member.member p on p.id = t.member_id
                        where t.to_organisation_id = any(:gone) and t.effective_on >= :day
                        or t.effective_on > :day and t.member_id in (select member_id from (%s) m)
                        order by 1
                        """.formatted(MOVING), event)
                .param("gone", event.endedIds())
                .query((row, _) -> row.getString(1))
                .list();
        found.addAll(Consequence.barredBy("membership.reorganisation.told-later", names));
    }

    /** Whoever was chosen and stands elsewhere by now. */
    private void barStrangers(Reorganised event, List<Consequence> found) {
        var names = ask("""
                        select p.full_name from membership.split_choice c
                        join member.member p on p.id = c.member_id
                        where c.reorganisation_id = :id
                        and not exists (select from (%s) m where m.member_id = c.member_id)
                        order by 1
                        """.formatted(MOVING), event)
                .query((row, _) -> row.getString(1))
                .list();
        found.addAll(Consequence.barredBy("membership.reorganisation.strangers", names));
    }

    @Override
    public void hold(Reorganised event) {
        ask("""
                select 1 from member.member where id in (select member_id from (%s) m
                    union select member_id from membership.movement where reorganisation_id = :id)
                order by id for no key update
                """.formatted(MOVING), event).query((row, _) -> row.getInt(1)).list();
    }

    @Override
    public void follow(Reorganised event) {
        ask("""
                insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                    to_organisation_id, decision_id, reorganisation_id, recorded_by)
                select uuidv7(), member_id, 'REASSIGNED', :day, from_id, into_id, :decision, :id, :by
                from (%s) m order by member_id
                """.formatted(MOVING), event)
                .param("decision", event.decided())
                .param("by", Author.current().username())
                .update();
        writeDown(event, "member.reassigned", "from_organisation_id", "to_organisation_id");
    }

    /** The trail keeps both ways: from where to where, and back. */
    private void writeDown(Reorganised event, String act, String before, String after) {
        var changes = jdbc.sql("""
                        select e.member_id, e.%s as before, e.%s as after from membership.movement e
                        where e.reorganisation_id = :id and e.reverses is null
                        and not exists (select from membership.movement back where back.reverses = e.id)
                        order by e.member_id
                        """.formatted(before, after))
                .param("id", event.id().id())
                .query((row, _) -> {
                    var to = row.getObject("after", UUID.class);
                    return new Changed(
                            row.getObject("member_id", UUID.class),
                            to,
                            new Moved(row.getObject("before", UUID.class), event.day()),
                            new Moved(to, event.day()));
                })
                .list();
        audit.changedAll(act, "member", changes);
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var names = jdbc.sql("""
                        select distinct p.full_name from membership.movement moved
                        join membership.told later on later.member_id = moved.member_id
                            and (later.effective_on, later.recorded) > (moved.effective_on, moved.recorded)
                        join member.member p on p.id = moved.member_id
                        where moved.reorganisation_id = :id and moved.reverses is null
                        union
                        select p.full_name from membership.told came
                        join member.member p on p.id = came.member_id
                        where came.to_organisation_id = any(:begun) and came.reorganisation_id is distinct from :id
                        order by 1
                        """)
                .param("id", event.id().id())
                .param("begun", event.begunIds())
                .query((row, _) -> row.getString(1))
                .list();
        return Consequence.barredBy("membership.reorganisation.rests", names);
    }

    @Override
    public void takeBack(Reorganised event, String reason) {
        writeDown(event, "member.reassignment-reversed", "to_organisation_id", "from_organisation_id");
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                            to_organisation_id, decision_id, reorganisation_id, reverses, reason, recorded_by)
                        select uuidv7(), e.member_id, e.kind, e.effective_on, e.from_organisation_id, e.to_organisation_id,
                            e.decision_id, e.reorganisation_id, e.id, :reason, :by
                        from membership.movement e
                        where e.reorganisation_id = :id and e.reverses is null
                        and not exists (select from membership.movement back where back.reverses = e.id)
                        order by e.member_id
                        """)
                .param("id", event.id().id())
                .param("reason", reason)
                .param("by", Author.current().username())
                .update();
    }

    private StatementSpec ask(String sql, Reorganised event) {
        return jdbc.sql(sql)
                .param("id", event.id().id())
                .param("day", event.day())
                .param("ended", event.mergedIds())
                .param("into", event.successorIds())
                .param("splits", event.splitIds())
                .param("sources", event.sourceIds());
    }

    /** Where somebody stood, as the trail keeps it. */
    private record Moved(UUID organisation, LocalDate on) {}
}

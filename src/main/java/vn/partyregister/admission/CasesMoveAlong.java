package vn.partyregister.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Author;

/**
 * Cases under way go with their cell into the one it is merged with; of a cell that only ends, they are moved or ended before.
 * Candidates chosen for a cell that is split off go there, the others stay; cases of probationers go where these go.
 */
@Component
@Order(7)
class CasesMoveAlong implements FollowsReorganisation {
    /** Candidates who were chosen for a split of the cell they are in. */
    private static final String CHOSEN = """
            select h.case_id, p.into_id from admission.split_choice h
            join admission.admission_case c on c.id = h.case_id and c.ended_on is null and c.member_id is null
            join unnest(cast(:splits as uuid[]), cast(:sources as uuid[])) as p (into_id, from_id)
                on p.into_id = h.organisation_id and p.from_id = c.organisation_id
            where h.reorganisation_id = :id
            """;

    private static final String MOVING = """
            from admission.admission_case c
            left join (%s) h on h.case_id = c.id
            left join unnest(cast(:merged as uuid[]), cast(:successors as uuid[])) as m (gone_id, into_id)
                on m.gone_id = c.organisation_id
            cross join lateral (select coalesce(h.into_id, m.into_id) as into_id) g
            cross join lateral (select max(s.position) as position, max(s.day) as day from admission.step s where s.case_id = c.id) l
            where c.ended_on is null and g.into_id is not null
            """.formatted(CHOSEN);

    private final JdbcClient jdbc;
    private final CasesFollowMembers probationers;

    CasesMoveAlong(JdbcClient jdbc, CasesFollowMembers probationers) {
        this.jdbc = jdbc;
        this.probationers = probationers;
    }

    @Override
    public String part() {
        return "admission.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var left = ask("""
                        select distinct organisation_id from admission.admission_case
                        where ended_on is null and organisation_id = any(:closed)
                        and id not in (select case_id from (%s) h)
                        """.formatted(CHOSEN), event)
                .param("closed", event.closed().stream().map(one -> one.id()).toArray(UUID[]::new))
                .query((row, _) -> event.name(row.getObject("organisation_id", UUID.class)))
                .list();
        if (!left.isEmpty()) {
            return List.of(Consequence.bars(
                    "admission.reorganisation.open",
                    left.size(),
                    Consequence.named(left.stream().sorted().toList())));
        }
        var told = new ArrayList<Consequence>();
        var moving = count("select count(*) " + MOVING, event);
        if (moving > 0) {
            told.add(Consequence.tells("admission.reorganisation.move", moving));
        }
        var staying = count("""
                        select count(*) from admission.admission_case
                        where ended_on is null and member_id is null and organisation_id = any(:sources)
                        and organisation_id <> all(:merged) and id not in (select case_id from (%s) h)
                        """.formatted(CHOSEN), event);
        if (staying > 0) {
            told.add(Consequence.tells("admission.reorganisation.stay", staying));
        }
        return told;
    }

    private int count(String sql, Reorganised event) {
        return ask(sql, event).query(Integer.class).single();
    }

    @Override
    public void follow(Reorganised event) {
        ask(
                        """
                        with moved as (insert into admission.step
                            (case_id, position, kind, stage, day, organisation_id, reason, recorded_by)
                            select c.id, l.position + 1, 'MOVED', c.stage, greatest(cast(:day as date), l.day), g.into_id,
                                (select number from organisation.decision where id = :decision), :by
                        """ + MOVING + " returning case_id, organisation_id) update admission.admission_case c"
                                + " set organisation_id = moved.organisation_id, version = c.version + 1"
                                + " from moved where moved.case_id = c.id",
                        event)
                .param("day", event.day())
                .param("decision", event.decided())
                .param("by", Author.current().username())
                .update();
        probationers.followAll(null);
    }

    /** What went along by the reorganisation itself goes back with it. */
    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = jdbc.sql("""
                        select count(distinct case_id) from admission.step where organisation_id = any(:begun)
                            and not (kind = 'MOVED'
                                and reason = (select number from organisation.decision where id = :decision))
                        """)
                .param("begun", event.begunIds())
                .param("decision", event.decided())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("admission.reorganisation.rests", resting));
    }

    /** Those that went along and have not been touched since go back to the cell they came from. */
    @Override
    public void takeBack(Reorganised event, String reason) {
        ask("""
                        with back as (insert into admission.step
                            (case_id, position, kind, stage, day, organisation_id, reason, recorded_by)
                            select c.id, s.position + 1, 'MOVED', c.stage, s.day, g.gone_id, :reason, :by
                            from admission.admission_case c
                            join admission.step s on s.case_id = c.id and s.kind = 'MOVED' and s.position =
                                (select max(position) from admission.step where case_id = c.id)
                            join admission.step b on b.case_id = c.id and b.position = s.position - 1
                            join (select * from unnest(cast(:merged as uuid[]), cast(:successors as uuid[])) as m (gone_id, into_id)
                                union select * from unnest(cast(:sources as uuid[]), cast(:splits as uuid[])) as p) g
                                on g.gone_id = b.organisation_id and g.into_id = s.organisation_id
                            where s.reason = (select number from organisation.decision where id = :decision)
                            returning case_id, organisation_id)
                        update admission.admission_case c
                        set organisation_id = back.organisation_id, version = c.version + 1
                        from back where back.case_id = c.id
                        """, event)
                .param("reason", reason)
                .param("decision", event.decided())
                .param("by", Author.current().username())
                .update();
        probationers.followAll(null);
    }

    private StatementSpec ask(String sql, Reorganised event) {
        return jdbc.sql(sql)
                .param("id", event.id().id())
                .param("merged", event.mergedIds())
                .param("successors", event.successorIds())
                .param("splits", event.splitIds())
                .param("sources", event.sourceIds());
    }
}

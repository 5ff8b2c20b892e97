package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFacts.Told;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;

/** Appends to the journal: an act of one member or of thousands by one statement, which their standings follow. */
@Component
class MovementStore {
    private final JdbcClient jdbc;

    MovementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the entries, in the order of the lines */
    List<MovementId> append(Act act, List<Line> lines, @Nullable UUID decision) {
        var ids = lines.stream().map(_ -> MovementId.next()).toList();
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                            to_organisation_id, status, again, ground, elsewhere, decision_id, corrects, recorded_by)
                        select line.id, line.member, :kind, :day, line.left_from, :to, :status, line.again, :ground,
                            :elsewhere, :decision, :corrects, :username
                        from unnest(:ids, :members, cast(:froms as uuid[]), :again) as line (id, member, left_from, again)
                        """)
                .param("kind", act.kind().name())
                .param("day", act.day())
                .param("to", id(act.to()), java.sql.Types.OTHER)
                .param("status", act.status() == null ? null : act.status().name())
                .param("ground", act.ground())
                .param("elsewhere", act.elsewhere())
                .param("decision", decision, java.sql.Types.OTHER)
                .param(
                        "corrects",
                        act.corrects() == null ? null : act.corrects().id(),
                        java.sql.Types.OTHER)
                .param("username", Author.current().username())
                .param("ids", ids.stream().map(MovementId::id).toArray(UUID[]::new))
                .param("members", lines.stream().map(line -> line.member().id()).toArray(UUID[]::new))
                .param("froms", lines.stream().map(line -> id(line.from())).toArray(UUID[]::new))
                .param("again", lines.stream().map(Line::again).toArray(Boolean[]::new))
                .update();
        return ids;
    }

    /** Those of these entries that hold, each with the first one that was told after it. */
    List<Entry> find(Collection<MovementId> ids) {
        return jdbc.sql("""
                        select e.id, e.member_id, e.kind, e.effective_on, e.from_organisation_id,
                            n.kind as later_kind, n.effective_on as later_on
                        from membership.told e
                        left join lateral (select later.kind, later.effective_on from membership.told later
                            where later.member_id = e.member_id
                            and (later.effective_on, later.recorded) > (e.effective_on, e.recorded)
                            order by later.effective_on, later.recorded limit 1) n on true
                        where e.id = any(:ids) order by e.member_id
                        """)
                .param("ids", ids.stream().map(MovementId::id).toArray(UUID[]::new))
                .query((row, _) -> new Entry(
                        new MovementId(row.getObject("id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        MovementKind.valueOf(row.getString("kind")),
                        row.getObject("effective_on", LocalDate.class),
                        organisation(row.getObject("from_organisation_id", UUID.class)),
                        told(row.getString("later_kind"), row.getObject("later_on", LocalDate.class))))
                .list();
    }

    /** The entry by which each of these members was told of by a decision; who has none that holds is left out. */
    Map<MemberId, MovementId> entered(Collection<MemberId> members, MovementKind kind, @Nullable UUID decision) {
        var entered = new HashMap<MemberId, MovementId>();
        jdbc.sql("""
                        select distinct on (member_id) member_id, id from membership.told
                        where member_id = any(:members) and kind = :kind and decision_id is not distinct from :decision
                        order by member_id, effective_on desc, recorded desc
                        """)
                .param("members", BulkPeople.ids(members))
                .param("kind", kind.name())
                .param("decision", decision, java.sql.Types.OTHER)
                .query(row -> {
                    entered.put(
                            new MemberId(row.getObject("member_id", UUID.class)),
                            new MovementId(row.getObject("id", UUID.class)));
                });
        return entered;
    }

    /** The entry of a kind whose reversal is the last thing told of somebody. */
    Optional<MovementId> lastTakenBack(MemberId member, MovementKind kind) {
        return jdbc.sql("""
                        select case when kind = :kind then reverses end as id from membership.movement
                        where member_id = :member order by recorded desc limit 1
                        """)
                .param("kind", kind.name())
                .param("member", member.id())
                .query((row, _) -> Optional.ofNullable(row.getObject("id", UUID.class)))
                .optional()
                .flatMap(id -> id)
                .map(MovementId::new);
    }

    private static @Nullable Told told(@Nullable String kind, @Nullable LocalDate on) {
        return kind == null || on == null ? null : new Told(MovementKind.valueOf(kind), on);
    }

    /**
     * Takes entries back, each by one that mirrors it.
     *
     * @return those, in the order of the entries
     */
    List<MovementId> reverse(List<MovementId> ids, String reason) {
        var backs = ids.stream().map(_ -> MovementId.next()).toList();
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                            to_organisation_id, status, again, ground, elsewhere, decision_id, reverses, reason, recorded_by)
                        select line.back, member_id, kind, effective_on, from_organisation_id, to_organisation_id, status, again,
                            ground, elsewhere, decision_id, m.id, :reason, :username
                        from unnest(:backs, :ids) as line (back, id)
                        join membership.movement m on m.id = line.id
                        """)
                .param("backs", backs.stream().map(MovementId::id).toArray(UUID[]::new))
                .param("ids", ids.stream().map(MovementId::id).toArray(UUID[]::new))
                .param("reason", reason)
                .param("username", Author.current().username())
                .update();
        return backs;
    }

    private static @Nullable UUID id(@Nullable OrganisationId organisation) {
        return organisation == null ? null : organisation.id();
    }

    private static @Nullable OrganisationId organisation(@Nullable UUID id) {
        return id == null ? null : new OrganisationId(id);
    }

    /**
     * Whom an act concerns.
     *
     * @param from where they leave
     */
    record Line(MemberId member, @Nullable OrganisationId from, boolean again) {}

    /**
     * An entry as a reversal judges it.
     *
     * @param later the first entry of the same member that was told after it
     */
    record Entry(
            MovementId id,
            MemberId member,
            MovementKind kind,
            LocalDate on,
            @Nullable OrganisationId from,
            @Nullable Told later) {}
}

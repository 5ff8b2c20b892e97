package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
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

    /** An entry of a member that holds. */
    Optional<Entry> find(MovementId id, MemberId member) {
        return jdbc.sql("""
                        select kind, effective_on, from_organisation_id
                        from membership.told where id = :id and member_id = :member
                        """)
                .param("id", id.id())
                .param("member", member.id())
                .query((row, _) -> new Entry(
                        id,
                        MovementKind.valueOf(row.getString("kind")),
                        row.getObject("effective_on", LocalDate.class),
                        organisation(row.getObject("from_organisation_id", UUID.class))))
                .optional();
    }

    /** The first entry of the same member that was told after this one. */
    Optional<Told> after(MovementId id) {
        return jdbc.sql("""
                        select later.kind, later.effective_on
                        from membership.movement entry
                        join membership.told later on later.member_id = entry.member_id
                            and (later.effective_on, later.recorded) > (entry.effective_on, entry.recorded)
                        where entry.id = :id order by later.effective_on, later.recorded limit 1
                        """)
                .param("id", id.id())
                .query((row, _) -> new Told(
                        MovementKind.valueOf(row.getString("kind")), row.getObject("effective_on", LocalDate.class)))
                .optional();
    }

    /** Takes an entry back by one that mirrors it. */
    MovementId reverse(MovementId id, String reason) {
        var back = MovementId.next();
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                            to_organisation_id, status, again, ground, elsewhere, decision_id, reverses, reason, recorded_by)
                        select :back, member_id, kind, effective_on, from_organisation_id, to_organisation_id, status, again,
                            ground, elsewhere, decision_id, id, :reason, :username
                        from membership.movement where id = :id
                        """)
                .param("back", back.id())
                .param("id", id.id())
                .param("reason", reason)
                .param("username", Author.current().username())
                .update();
        return back;
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

    /** An entry as a reversal judges it. */
    record Entry(
            MovementId id,
            MovementKind kind,
            LocalDate on,
            @Nullable OrganisationId from) {}
}

package vn.partyregister.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFacts.Told;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.TreeLock;
import vn.partyregister.platform.Scope;

/** Asks for what acts are judged by: of one member or of thousands, by one question. */
@Component
class FactsOfMembers {
    private final JdbcClient jdbc;
    private final TreeLock tree;

    FactsOfMembers(JdbcClient jdbc, TreeLock tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /** Nobody else writes of these members until the transaction ends. */
    void hold(Collection<MemberId> members) {
        tree.share();
        jdbc.sql("select id from member.member where id = any(:members) order by id for no key update")
                .param("members", BulkPeople.ids(members))
                .query(UUID.class)
                .list();
    }

    /** Of those whom the scope reaches today; a recognition comes late by nature, so that a move may be told after it. */
    List<MemberFacts> on(Collection<MemberId> members, MovementKind kind, LocalDate day, Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select m.id, m.born_earliest, m.joined_on, s.organisation_id as stands_in, s.status,
                            exists (select from membership.standing f
                                where f.member_id = m.id and f.valid && daterange(:day, null)) as stands_later,
                            l.kind as last_kind, l.effective_on as last_on, n.kind as later_kind, n.effective_on as later_on,
                            coalesce(a.admitted_on, m.joined_on) as probation_since, a.again
                        from (select p.id from %s) reached
                        join member.member m on m.id = reached.id
                        left join membership.standing s on s.member_id = m.id and s.valid @> cast(:day as date)
                        left join lateral (select kind, effective_on from membership.told where member_id = m.id
                            order by effective_on desc, recorded desc limit 1) l on true
                        left join lateral (select kind, effective_on from membership.told
                            where member_id = m.id and effective_on > :day
                            and not (:late and kind in ('TRANSFERRED', 'REASSIGNED'))
                            order by effective_on, recorded limit 1) n on true
                        cross join lateral (select max(effective_on) filter (where effective_on <= :day) as admitted_on,
                            count(*) filter (where again) as again
                            from membership.told where member_id = m.id and kind = 'ADMITTED') a
                        """.formatted(Standings.places(scope)))
                .params(scope.params(today))
                .param("members", BulkPeople.ids(members))
                .param("day", day)
                .param("late", kind == MovementKind.RECOGNISED)
                .query((row, _) -> facts(row))
                .list();
    }

    private static MemberFacts facts(ResultSet row) throws SQLException {
        var standsIn = row.getObject("stands_in", UUID.class);
        var status = row.getString("status");
        return new MemberFacts(
                new MemberId(row.getObject("id", UUID.class)),
                row.getObject("born_earliest", LocalDate.class),
                row.getObject("joined_on", LocalDate.class),
                standsIn == null ? null : new OrganisationId(standsIn),
                status == null ? null : Status.valueOf(status),
                row.getBoolean("stands_later"),
                told(row, "last"),
                told(row, "later"),
                row.getObject("probation_since", LocalDate.class),
                row.getInt("again"));
    }

    private static @Nullable Told told(ResultSet row, String which) throws SQLException {
        var kind = row.getString(which + "_kind");
        return kind == null
                ? null
                : new Told(MovementKind.valueOf(kind), row.getObject(which + "_on", LocalDate.class));
    }
}

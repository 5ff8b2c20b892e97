package vn.partyregister.membership;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.platform.Scope;

/**
 * Tells where the rows of a file say otherwise than the register: what {@link MemberJudgement} has made of them is asked.
 * Of who stands outside the scope nothing is told.
 */
final class MemberDifferences {
    private final JdbcClient jdbc;
    private final Scope scope;
    private final Map<String, Object> params;

    MemberDifferences(JdbcClient jdbc, Scope scope, Map<String, Object> params) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.params = params;
    }

    void tell() {
        jdbc.sql("""
                        delete from exchange.difference
                        where upload_id = :upload and row_number in (select row_number from judged)
                        """).params(params).update();
        var texts = MemberFields.TEXTS.stream()
                .map(key -> "('%1$s', m.%1$s is distinct from j.%1$s, m.%1$s, j.%1$s)".formatted(key));
        var days = MemberFields.DAYS.stream()
                .map(key -> "('%1$s', m.%1$s is distinct from j.%1$s, cast(m.%1$s as text), cast(j.%1$s as text))"
                        .formatted(key));
        jdbc.sql("""
                insert into exchange.difference (upload_id, row_number, column_key, here, there)
                select :upload, j.row_number, d.key, d.here, d.there
                from judged j
                join target t using (row_number)
                join member.member m on m.id = t.id
                join here h on h.id = t.id
                left join place p on p.written = j.organisation
                left join organisation.organisation_version v on v.organisation_id = h.organisation_id and v.valid @> cast(:asAt as date)
                cross join lateral (values %s, %s,
                    ('born', %s <> j.born, %3$s, j.born),
                    ('citizen_number', m.citizen_number_hash is distinct from j.citizen_hash, '…' || m.citizen_number_end, '…' || j."citizen_number.end"),
                    ('former_identity', m.former_identity_hash is distinct from j.former_hash, case when m.former_identity_hash is not null then '…' end, '…' || left(j.former_identity, 0)),
                    ('organisation', not coalesce(h.organisation_id = any(p.organisation_ids), false), v.name, j.organisation),
                    ('activity_status', h.activity <> j.activity or h.activity = 'LEFT' and j.way <> h.last_kind,
                        case when h.activity = 'LEFT' and h.last_kind in ('STRUCK_OFF', 'EXPELLED') then h.last_kind else h.activity end,
                        coalesce(j.way, j.activity)),
                    ('ended_on', h.left_on is distinct from j.left_on, cast(h.left_on as text), cast(j.left_on as text)),
                    ('exempt_from', h.exempt_since is distinct from j.exempt_since, cast(h.exempt_since as text), cast(j.exempt_since as text))
                ) as d(key, differs, here, there)
                where d.differs and d.there is not null and (h.organisation_id is null or %4$s)
                """.formatted(
                                texts.collect(Collectors.joining(", ")),
                                days.collect(Collectors.joining(", ")),
                                MemberFields.BORN_HERE,
                                scope.condition("h.organisation_id")))
                .params(params)
                .update();
    }
}

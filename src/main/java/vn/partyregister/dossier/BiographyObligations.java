package vn.partyregister.dossier;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * The biography and the sheet (lý lịch đảng viên, phiếu đảng viên) that a new member declares after the ceremony, owed by the
 * cell. They are there once both are scanned; a file that bears its number without scans was made on a day that nobody knows,
 * and is neither in time nor late.
 */
@Component
class BiographyObligations implements ObligationSource {
    private static final String SELECT = """
            select 'MEMBER_BIOGRAPHY' as kind, m.full_name as subject, concat_ws(' ', m.given_name, m.middle_name, m.family_name) as subject_order,
                s.organisation_id as owner_id, m.joined_on as since,
                reference.last_day(m.joined_on, cast(r.value as integer), r.unit) as due_on, made.last as done_on,
                '/members/' || m.id || '/papers' as address, r.key as rule, m.joined_on as rule_day
            from (select id from member.member where file_number is null
                union select member_id from dossier.scan where kind = 'MEMBER_BIOGRAPHY') asked
            join member.member m on m.id = asked.id
            join reference.rule r on r.key = 'member-biography' and r.scope = 'ALL' and r.valid @> m.joined_on
            join membership.standing s on s.member_id = m.id and s.valid @> cast(:asAt as date)
            cross join lateral (
                select case when count(distinct p.kind) = 2 then max(p.first) end as last
                from (select kind, min(coalesce(dated, least(cast(recorded_at as date), cast(:asAt as date)))) as first
                    from dossier.scan where member_id = m.id and kind in ('MEMBER_BIOGRAPHY', 'MEMBER_SHEET') group by kind) p
                where p.first <= cast(:asAt as date)) made
            where m.joined_on <= cast(:asAt as date) and (made.last is not null or m.file_number is null)
            and exists (select from membership.told t where t.member_id = m.id and t.kind = 'ADMITTED' and t.effective_on <= m.joined_on)
            """;

    @Override
    public List<String> kinds() {
        return List.of("MEMBER_BIOGRAPHY");
    }

    @Override
    public String select() {
        return SELECT;
    }
}

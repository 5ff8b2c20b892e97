package vn.partyregister.membership;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * The yearly comment of the place of residence (213-QĐ/TW), owed by the cell where a member stands who is introduced there and
 * attends. Its day is counted back from the end of the year, by the rule of that day.
 */
@Component
class ResidenceObligations implements ObligationSource {
    private static final String SELECT = """
            select 'RESIDENCE_COMMENT' as kind, m.full_name as subject, concat_ws(' ', m.given_name, m.middle_name, m.family_name) as subject_order,
                s.organisation_id as owner_id, greatest(lower(l.valid), make_date(y.year, 1, 1)) as since, due.last as due_on,
                c.commented_on as done_on, '/members/' || m.id || '/residence' as address,
                r.key as rule, make_date(y.year, 12, 31) as rule_day
            from membership.residence_link l
            join member.member m on m.id = l.member_id
            cross join lateral generate_series(cast(extract(year from lower(l.valid)) as integer),
                cast(extract(year from cast(:asAt as date)) as integer)) as y (year)
            join reference.rule r on r.key = 'residence-comment-before-year-end' and r.scope = 'ALL' and r.valid @> make_date(y.year, 12, 31)
            cross join lateral (select make_date(y.year, 12, 31) - cast(r.value as integer) as last) due
            join membership.standing s on s.member_id = l.member_id and s.valid @> least(cast(:asAt as date), due.last)
            left join membership.residence_comment c on c.link_id in (l.id, l.follows_id) and c.year = y.year and c.withdrawn_at is null
                and c.commented_on <= cast(:asAt as date)
            where l.withdrawn_at is null and l.mode = 'FULL' and l.valid @> due.last and lower(l.valid) <= cast(:asAt as date)
            """;

    @Override
    public List<String> kinds() {
        return List.of("RESIDENCE_COMMENT");
    }

    @Override
    public String select() {
        return SELECT;
    }
}

package vn.partyregister.committee;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/** The next term of a committee (nhiệm kỳ), told some time before the one that runs ends; met by the day it begins. */
@Component
class TermObligations implements ObligationSource {
    private static final String SELECT = """
            select 'COMMITTEE_TERM' as kind, t.label as subject, t.label as subject_order, t.organisation_id as owner_id, told.since,
                upper(t.valid) - 1 as due_on, next.starts as done_on, '/organisations/' || t.organisation_id || '/committee' as address,
                r.key as rule, upper(t.valid) - 1 as rule_day
            from committee.term t
            join reference.rule r on r.key = 'term-end-told-before' and r.scope = 'ALL' and r.valid @> (upper(t.valid) - 1)
            cross join lateral (select greatest(lower(t.valid), cast(upper(t.valid) - 1 - make_interval(
                months => case r.unit when 'MONTHS' then cast(r.value as integer) else 0 end,
                days => case r.unit when 'DAYS' then cast(r.value as integer) else 0 end) as date)) as since) told
            left join lateral (select min(lower(n.valid)) as starts from committee.term n
                where n.organisation_id = t.organisation_id and n.taken_back_at is null and lower(n.valid) >= upper(t.valid)
                and lower(n.valid) <= cast(:asAt as date)) next on true
            where t.taken_back_at is null and told.since <= cast(:asAt as date)
            and (next.starts is not null or exists (select from organisation.organisation_version v
                where v.organisation_id = t.organisation_id and v.valid @> greatest(cast(:asAt as date), upper(t.valid))))
            """;

    @Override
    public List<String> kinds() {
        return List.of("COMMITTEE_TERM");
    }

    @Override
    public String select() {
        return SELECT;
    }
}

package vn.partyregister.supplement;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * The yearly supplement (bổ sung hồ sơ), owed by each organisation whose members are asked for it, by the day that the
 * campaign itself names; met when the last of them has handed in. A campaign that was closed asks for nothing more.
 */
@Component
class SupplementObligations implements ObligationSource {
    private static final String SELECT = """
            select 'SUPPLEMENT' as kind, c.year || ' · ' || c.guidance as subject, cast(c.year as text) as subject_order, e.organisation_id as owner_id,
                c.opens_on as since, c.due_on, e.last as done_on,
                '/supplements/' || c.id || '/members?organisation=' || e.organisation_id as address,
                null::text as rule, null::date as rule_day
            from supplement.campaign c
            join (select e.campaign_id, e.organisation_id, case when count(*) = count(h.member_id) then max(h.handed_in_on) end as last
                from supplement.expected e
                left join supplement.handing_in h on h.campaign_id = e.campaign_id and h.member_id = e.member_id
                    and h.handed_in_on <= cast(:asAt as date)
                group by e.campaign_id, e.organisation_id) e on e.campaign_id = c.id
            where c.opens_on <= cast(:asAt as date) and (c.closed_on is null or c.closed_on > cast(:asAt as date) or e.last is not null)
            """;

    @Override
    public List<String> kinds() {
        return List.of("SUPPLEMENT");
    }

    @Override
    public String select() {
        return SELECT;
    }
}

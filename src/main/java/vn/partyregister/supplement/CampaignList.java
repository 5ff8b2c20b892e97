package vn.partyregister.supplement;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/**
 * Campaigns with their counts, by the tree of the day on which each member was asked. Whoever is responsible for a part
 * of a campaign sees that part.
 */
@Service
public class CampaignList {
    private static final String NAME = """
            left join lateral (select v.name from organisation.organisation_version v
                where v.organisation_id = c.organisation_id
                order by v.valid @> c.opens_on desc, lower(v.valid) desc limit 1) o on true\
            """;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    CampaignList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of campaigns, the latest first. */
    public Listing<CampaignRow> page(Scope scope, int page) {
        return ListQuery.of(CampaignRow.class, campaigns(scope, "true"))
                .ordered("c.opens_on desc, o.name collate organisation.by_name, c.id")
                .with(scope.params(businessDay.today()))
                .page(jdbc, page, "opens,desc", "/supplements");
    }

    /** One campaign; out of the scope there is none. */
    public CampaignRow get(CampaignId id, Scope scope) {
        return jdbc.sql(campaigns(scope, "c.id = :campaign"))
                .params(scope.params(businessDay.today()))
                .param("campaign", id.id())
                .query(new RecordRows<>(CampaignRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("supplement.unknown"));
    }

    /** The organisations right below one, and their sum; nothing of an organisation in which the reader sees nobody. */
    public Figures below(CampaignId id, OrganisationId organisation, Scope scope) {
        var rows = jdbc.sql("""
                        with asked as (
                            select e.organisation_id, e.since, count(*) as expected, count(h.member_id) as handed_in,
                                count(*) filter (where h.handed_in_on > c.due_on) as late
                            from supplement.expected e
                            join supplement.campaign c on c.id = e.campaign_id
                            left join supplement.handing_in h on h.campaign_id = e.campaign_id and h.member_id = e.member_id
                            where e.campaign_id = :campaign and %s
                            group by e.organisation_id, e.since)
                        select k.organisation_id as id, k.name,
                            coalesce(sum(e.expected), 0)::bigint as expected,
                            coalesce(sum(e.handed_in), 0)::bigint as handed_in, coalesce(sum(e.late), 0)::bigint as late
                        from asked e
                        join organisation.ancestry a on a.descendant_id = e.organisation_id and a.valid @> e.since
                        join organisation.organisation_version k on k.organisation_id = a.ancestor_id and k.valid @> e.since
                            and (k.parent_id = :organisation
                                or k.organisation_id = :organisation and e.organisation_id = :organisation)
                        group by grouping sets ((k.organisation_id, k.name), ())
                        order by grouping(k.organisation_id), k.name collate organisation.by_name, k.organisation_id
                        """.formatted(scope.condition("e.organisation_id", "e.since")))
                .params(scope.params(businessDay.today()))
                .param("campaign", id.id())
                .param("organisation", organisation.id())
                .query(new RecordRows<>(FigureRow.class))
                .list();
        var sum = rows.removeLast();
        if (rows.isEmpty()) {
            throw new NotFound("organisation.unknown");
        }
        return new Figures(rows, sum);
    }

    /** The campaigns that ask for the supplement of a member, the latest first; who may see the member is asked before. */
    public List<MemberCampaign> of(MemberId member) {
        return jdbc.sql("""
                        select c.id, o.name, c.year, c.opens_on, c.due_on, c.closed_on, h.handed_in_on,
                            coalesce(h.changed, false) as changed
                        from supplement.expected e
                        join supplement.campaign c on c.id = e.campaign_id
                        left join supplement.handing_in h on h.campaign_id = e.campaign_id and h.member_id = e.member_id
                        %s
                        where e.member_id = :member
                        order by c.opens_on desc, c.id
                        """.formatted(NAME))
                .param("member", member.id())
                .query(new RecordRows<>(MemberCampaign.class))
                .list();
    }

    private static String campaigns(Scope scope, String which) {
        return """
                select c.id, c.organisation_id as organisation, o.name, c.year, c.opens_on, c.due_on, c.guidance,
                    c.closed_on, c.closed_by, count(e.member_id) as expected, count(h.member_id) as handed_in,
                    count(*) filter (where h.handed_in_on > c.due_on) as late
                from supplement.campaign c
                left join supplement.expected e on e.campaign_id = c.id and %s
                left join supplement.handing_in h on h.campaign_id = e.campaign_id and h.member_id = e.member_id
                %s
                where %s and (e.member_id is not null or %s)
                group by c.id, o.name\
                """.formatted(
                scope.condition("e.organisation_id", "e.since"), NAME, which, scope.condition("c.organisation_id"));
    }
}

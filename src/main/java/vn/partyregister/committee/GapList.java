package vn.partyregister.committee;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;

/** Vacancies, and terms that have ended or soon will: told by the database from the facts of a day. */
@Service
public class GapList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS = List.of("organisation", "gap", "term", "end");

    public static final String STANDARD_ORDER = "organisation,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "organisation", "g.name collate organisation.by_name %s nulls last",
            "gap", "g.place %s nulls last",
            "term", "g.label %s nulls last",
            "end", "g.last_day %s nulls last");

    /**
     * Every gap of the organisations asked for. Whoever died or left is no holder, even where nobody entered that they
     * left their post.
     */
    private static final String GAPS = """
            with here as materialized (
                select v.organisation_id, v.name, v.type, v.parent_id from organisation.organisation_version v
                where v.valid @> cast(:asAt as date) and %s and %s
                and exists (select from committee.post_of_type p where p.type = v.type and p.valid @> cast(:asAt as date))
            ), latest as materialized (
                select distinct on (t.organisation_id) t.id, t.organisation_id, t.body, t.label, t.members,
                    upper(t.valid) - 1 as last_day, here.name, here.type, here.parent_id
                from here join committee.term t on t.organisation_id = here.organisation_id
                where t.taken_back_at is null and lower(t.valid) <= :asAt
                order by t.organisation_id, lower(t.valid) desc
            ), held as materialized (
                select latest.id as term_id, h.member_id, k.fills, k.in_body
                from latest
                join committee.holding h on h.term_id = latest.id and h.valid @> cast(:asAt as date) and h.taken_back_at is null
                join committee.post_kind k on k.code = h.post
                where exists (select from membership.standing s
                    where s.member_id = h.member_id and s.valid @> cast(:asAt as date))
            ), gap as (
                select 1 as place, 'NO_TERM' as gap, here.organisation_id, here.name, here.parent_id, null as body,
                    null as label, cast(null as date) as last_day, null as post, cast(null as bigint) as missing
                from here where not exists (select from latest where latest.organisation_id = here.organisation_id)
                union all
                select case when last_day < :asAt then 2 else 3 end, case when last_day < :asAt then 'ENDED' else 'ENDING' end,
                    organisation_id, name, parent_id, body, label, last_day, null, null
                from latest where last_day <= :soon
                union all
                select 4, 'POST', latest.organisation_id, latest.name, latest.parent_id, latest.body, latest.label,
                    latest.last_day, p.post, p.least - count(held.member_id)
                from latest
                join committee.post_of_type p
                    on p.type = latest.type and p.body = latest.body and p.least > 0 and p.valid @> cast(:asAt as date)
                left join held on held.term_id = latest.id and held.fills = p.post
                where latest.last_day >= :asAt
                group by latest.organisation_id, latest.name, latest.parent_id, latest.body, latest.label, latest.last_day,
                    p.post, p.least
                having count(held.member_id) < p.least
                union all
                select 5, 'MEMBERS', latest.organisation_id, latest.name, latest.parent_id, latest.body, latest.label,
                    latest.last_day, null, latest.members - count(distinct held.member_id)
                from latest left join held on held.term_id = latest.id and held.in_body
                where latest.last_day >= :asAt
                group by latest.organisation_id, latest.name, latest.parent_id, latest.body, latest.label, latest.last_day,
                    latest.members
                having count(distinct held.member_id) < latest.members
            )
            """;

    private static final String ROWS = """
            select g.organisation_id as organisation, g.name, above.name as above, g.gap, g.body, g.label, g.last_day,
                g.post, g.missing
            from gap g
            left join organisation.organisation_version above
                on above.organisation_id = g.parent_id and above.valid @> cast(:asAt as date)
            where\s""";

    private final JdbcClient jdbc;
    private final CommitteeProperties settings;

    GapList(JdbcClient jdbc, CommitteeProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** A page of the list, and how many there are. A page behind the last is the last. */
    public Listing<GapRow> page(GapFilter filter, Scope scope, String sort, int page, String here) {
        return query(filter, scope, sort).page(jdbc, page, sort, here);
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<GapRow> stream(GapFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<GapRow> query(GapFilter filter, Scope scope, String sort) {
        var gaps = gaps(filter, scope);
        return ListQuery.of(GapRow.class, gaps + ROWS + narrowed(filter))
                .counted(gaps + "select count(*) from gap g where " + narrowed(filter))
                .ordered(COLUMNS, sort, "g.name collate organisation.by_name, g.organisation_id, g.place, g.post")
                .with(scope.params(filter.asAt()))
                .with("soon", filter.asAt().plus(settings.endingSoon()))
                .with("organisation", filter.organisation())
                .with("gap", filter.gap())
                .with("body", filter.body());
    }

    private static String gaps(GapFilter filter, Scope scope) {
        return GAPS.formatted(
                scope.condition("v.organisation_id"),
                filter.organisation() == null ? "true" : Scope.below("v.organisation_id", ":asAt"));
    }

    private static String narrowed(GapFilter filter) {
        return (filter.gap() == null ? "true" : "g.gap = :gap") + (filter.body() == null ? "" : " and g.body = :body");
    }
}

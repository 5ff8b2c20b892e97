package vn.partyregister.membership;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;

/**
 * Whom the organisations of a scope have taken in for a time (sinh hoạt tạm thời đến): they are counted at home, and no
 * standing tells of them here.
 */
@Service
public class TemporaryList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "home", "organisation", "from", "to");
    /** By name. */
    public static final String STANDARD_ORDER = "name,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "m.given_name %1$s, m.middle_name %1$s, m.family_name %1$s",
            "home", "h.name collate organisation.by_name %1$s",
            "organisation", "o.name collate organisation.by_name %1$s",
            "from", "lower(f.valid) %1$s",
            "to", "upper(f.valid) %1$s");

    private static final String ROWS = """
            select f.member_id, m.full_name, h.name as home, f.organisation_id, o.name as organisation,
                   lower(f.valid) as starts, upper(f.valid) - 1 as until, f.extended, d.number as decision_number,
                   d.issued_on as decided_on, coalesce(%s, false) as reached
            """;

    private final JdbcClient jdbc;

    TemporaryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Listing<TemporaryRow> page(TemporaryFilter filter, Scope scope, String sort, int page) {
        return query(filter, scope, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<TemporaryRow> all(TemporaryFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private static ListQuery<TemporaryRow> query(TemporaryFilter filter, Scope scope, String sort) {
        var from = from(scope, filter);
        return ListQuery.of(TemporaryRow.class, ROWS.formatted(scope.condition("s.organisation_id")) + from)
                .counted("select count(*) " + from)
                .ordered(COLUMNS, sort, "f.id")
                .with(scope.params(filter.asAt()))
                .with("organisation", filter.organisation())
                .seeking(filter.q());
    }

    /** A host that has ended is named as it last was: whoever is still with it needs another. */
    private static String from(Scope scope, TemporaryFilter filter) {
        return """
                from membership.dated_fact f
                join member.member m on m.id = f.member_id
                cross join lateral (select v.name from organisation.organisation_version v
                    where v.organisation_id = f.organisation_id
                    order by v.valid @> cast(:asAt as date) desc, lower(v.valid) desc limit 1) o
                left join membership.standing s on s.member_id = f.member_id and s.valid @> cast(:asAt as date)
                left join organisation.organisation_version h
                    on h.organisation_id = s.organisation_id and h.valid @> cast(:asAt as date)
                left join organisation.decision d on d.id = f.decision_id
                where f.organisation_id is not null and f.withdrawn_at is null and f.valid @> cast(:asAt as date)
                and %s and %s and %s\
                """.formatted(
                        scope.reach("f.organisation_id"),
                        filter.organisation() == null ? "true" : Scope.reachBelow("f.organisation_id"),
                        filter.q() == null ? "true" : "m.names_folded like :q");
    }
}

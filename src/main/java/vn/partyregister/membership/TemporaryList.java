package vn.partyregister.membership;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.VietnameseText;

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

    private final JdbcClient jdbc;

    TemporaryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Listing<TemporaryRow> page(TemporaryFilter filter, Scope scope, String sort, int page) {
        var total = ask("select count(*) " + from(scope, filter), filter, scope)
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = ask(rows(scope, filter, sort) + " limit :size offset :skipped", filter, scope)
                .param("size", Listing.SIZE)
                .param("skipped", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(TemporaryRow.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<TemporaryRow> all(TemporaryFilter filter, Scope scope, String sort) {
        return ask(rows(scope, filter, sort), filter, scope)
                .withFetchSize(TableDownload.FETCH_SIZE)
                .query(new RecordRows<>(TemporaryRow.class))
                .stream();
    }

    private static String rows(Scope scope, TemporaryFilter filter, String sort) {
        var order = sort.split(",", 2);
        return """
                select f.member_id, m.full_name, h.name as home, f.organisation_id, o.name as organisation,
                       lower(f.valid) as starts, upper(f.valid) - 1 as until, f.extended, d.number as decision_number,
                       d.issued_on as decided_on, coalesce(%s, false) as reached %s
                order by %s, f.id\
                """.formatted(
                scope.condition("s.organisation_id"),
                from(scope, filter),
                COLUMNS.getOrDefault(order[0], "lower(f.valid) %s").formatted(order[1].toLowerCase(Locale.ROOT)));
    }

    private static String from(Scope scope, TemporaryFilter filter) {
        return """
                from membership.dated_fact f
                join member.member m on m.id = f.member_id
                join organisation.organisation_version o
                    on o.organisation_id = f.organisation_id and o.valid @> cast(:asAt as date)
                left join membership.standing s on s.member_id = f.member_id and s.valid @> cast(:asAt as date)
                left join organisation.organisation_version h
                    on h.organisation_id = s.organisation_id and h.valid @> cast(:asAt as date)
                left join organisation.decision d on d.id = f.decision_id
                where f.organisation_id is not null and f.withdrawn_at is null and f.valid @> cast(:asAt as date)
                and %s and %s and %s\
                """.formatted(
                        scope.condition("f.organisation_id"),
                        filter.organisation() == null ? "true" : MemberQuery.below("f.organisation_id", ":asAt"),
                        filter.q() == null ? "true" : "m.names_folded like :q");
    }

    private StatementSpec ask(String sql, TemporaryFilter filter, Scope scope) {
        var statement = jdbc.sql(sql).params(scope.params(filter.asAt()));
        if (filter.organisation() != null) {
            statement = statement.param("organisation", filter.organisation());
        }
        if (filter.q() != null) {
            statement = statement.param("q", VietnameseText.sought(filter.q()));
        }
        return statement;
    }
}

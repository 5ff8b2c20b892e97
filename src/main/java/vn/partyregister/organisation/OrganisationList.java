package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/** The list of organisations: filtered, sorted and counted by the database. */
@Service
@Transactional(readOnly = true)
public class OrganisationList {
    private static final Map<String, String> ORDERS = Map.of(
            "name", "v.name collate organisation.by_name",
            "type", "t.position",
            "kind", "k.position",
            "code", "c.code");

    private static final String ROWS = """
            select v.organisation_id as id, v.name, v.type, v.kind, c.code,
                coalesce(concat_ws(' / ', g.name, p.name), '') as parent, pc.code as parent_code,
                (select min(lower(h.valid)) from organisation.organisation_version h
                 where h.organisation_id = v.organisation_id) as since,
                (select e.last_day from organisation.closing e where e.organisation_id = v.organisation_id) as last_day
            from organisation.organisation_version v
            join organisation.organisation_type t on t.code = v.type
            left join organisation.organisation_kind k on k.code = v.kind
            left join organisation.organisation_code c
                on c.organisation_id = v.organisation_id and c.valid @> cast(:asAt as date)
            left join organisation.organisation_version p
                on p.organisation_id = v.parent_id and p.valid @> cast(:asAt as date)
            left join organisation.organisation_code pc
                on pc.organisation_id = v.parent_id and pc.valid @> cast(:asAt as date)
            left join organisation.organisation_version g
                on g.organisation_id = p.parent_id and g.valid @> cast(:asAt as date)
            where\s""";

    private final JdbcClient jdbc;
    private final OrganisationLists lists;
    private final OrganisationTree tree;

    OrganisationList(JdbcClient jdbc, OrganisationLists lists, OrganisationTree tree) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.tree = tree;
    }

    /** Whether the list can be sorted so: {@code name,asc}. */
    public boolean sorts(String sort) {
        var comma = sort.indexOf(',');
        return comma > 0
                && ORDERS.containsKey(sort.substring(0, comma))
                && List.of("asc", "desc").contains(sort.substring(comma + 1));
    }

    /** A page of the list; a page behind the last is the last. */
    public Listing<OrganisationRow> page(OrganisationFilter filter, Scope scope, String sort, int page, String here) {
        var listing = query(filter, scope, sort).page(jdbc, page, sort, here);
        return listing.with(counted(listing.rows(), filter.asAt()));
    }

    /** All rows of the filter, for a file. A register has thousands of organisations, not millions. */
    public List<OrganisationRow> all(OrganisationFilter filter, Scope scope, String sort) {
        return counted(query(filter, scope, sort).list(jdbc), filter.asAt());
    }

    private ListQuery<OrganisationRow> query(OrganisationFilter filter, Scope scope, String sort) {
        var condition = condition(filter, scope);
        return ListQuery.of((row, _) -> row(row), ROWS + condition)
                .counted("""
                        select count(*) from organisation.organisation_version v
                        left join organisation.organisation_code c
                            on c.organisation_id = v.organisation_id and c.valid @> cast(:asAt as date)
                        where\s""" + condition)
                .ordered(order(sort))
                .with(params(filter, scope));
    }

    private List<OrganisationRow> counted(List<OrganisationRow> rows, LocalDate asAt) {
        var counts = tree.counts(rows.stream().map(OrganisationRow::id).toList(), asAt);
        return rows.stream()
                .map(row -> new OrganisationRow(
                        row.id(),
                        row.name(),
                        row.typeLabel(),
                        row.kindLabel(),
                        row.code(),
                        row.parent(),
                        row.parentCode(),
                        row.since(),
                        row.lastDay(),
                        counts.getOrDefault(row.id(), MemberCounts.Count.NONE)))
                .toList();
    }

    private OrganisationRow row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new OrganisationRow(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                lists.type(row.getString("type")),
                lists.kind(row.getString("kind")),
                row.getString("code"),
                row.getString("parent"),
                row.getString("parent_code"),
                row.getObject("since", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                MemberCounts.Count.NONE);
    }

    private static String order(String sort) {
        var comma = sort.indexOf(',');
        return "%s %s nulls last, v.name collate organisation.by_name, v.organisation_id"
                .formatted(
                        ORDERS.getOrDefault(comma < 0 ? sort : sort.substring(0, comma), "t.position"),
                        "desc".equals(sort.substring(comma + 1)) ? "desc" : "asc");
    }

    private static String condition(OrganisationFilter filter, Scope scope) {
        var condition =
                new StringBuilder("v.valid @> cast(:asAt as date) and ").append(scope.condition("v.organisation_id"));
        if (filter.organisation() != null) {
            condition
                    .append(" and ")
                    .append(
                            filter.allLevels()
                                    ? Scope.below("v.organisation_id", ":asAt")
                                    : "v.parent_id = :organisation");
        }
        if (filter.q() != null) {
            condition.append(" and (v.name_folded like '%' || :q || '%' or starts_with(c.code, :code))");
        }
        if (filter.type() != null) {
            condition.append(" and v.type = :type");
        }
        if (filter.kind() != null) {
            condition.append("""
                     and v.kind in (with recursive part (code) as (
                        select :kind union select k.code from organisation.organisation_kind k join part on k.sum_into = part.code)
                    select code from part)""");
        }
        return condition.toString();
    }

    private static Map<String, @Nullable Object> params(OrganisationFilter filter, Scope scope) {
        var params = new HashMap<String, @Nullable Object>(scope.params(filter.asAt()));
        if (filter.organisation() != null) {
            params.put("organisation", filter.organisation().id());
        }
        if (filter.q() != null) {
            params.put(
                    "q", VietnameseText.folded(filter.q()).replace("%", "\\%").replace("_", "\\_"));
            params.put("code", filter.q());
        }
        params.put("type", filter.type());
        params.put("kind", filter.kind());
        return params;
    }
}

package vn.partyregister.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.oversight.AuditEntry.Change;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.Visitor;

/** The audit trail as far as an auditor sees it; what belongs to no organisation is for who sees everything. */
@Component
@Transactional(readOnly = true)
public class AuditList {
    public static final String NEWEST_FIRST = "at,desc";
    public static final String OLDEST_FIRST = "at,asc";

    private static final String ROWS = """
            select e.id, e.at, e.username, coalesce(e.in_place_of, '{}') as in_place_of, e.address, e.act, e.subject, e.subject_id, e.before, e.after,
                (select v.name from organisation.organisation_version v
                 where v.organisation_id = e.organisation_id
                 order by lower(v.valid) desc limit 1) as organisation
            from audit.entry e
            where\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessDay businessDay;
    private final Names names;

    AuditList(JdbcClient jdbc, JsonMapper json, BusinessDay businessDay, Names names) {
        this.jdbc = jdbc;
        this.json = json;
        this.businessDay = businessDay;
        this.names = names;
    }

    public Listing<AuditEntry> page(AuditFilter filter, int page, String sort, Visitor visitor, String here) {
        var scope = visitor.scope(Permission.READ_AUDIT);
        var order = sort.equals(OLDEST_FIRST) ? OLDEST_FIRST : NEWEST_FIRST;
        var listing = query(filter, scope, order).page(jdbc, page, order, here);
        return listing.with(names.give(listing.rows(), visitor));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<AuditEntry> stream(AuditFilter filter, String sort, Visitor visitor) {
        return query(filter, visitor.scope(Permission.READ_AUDIT), sort)
                .all(jdbc)
                .gather(Gatherers.windowFixed(TableDownload.FETCH_SIZE))
                .flatMap(entries -> names.give(entries, visitor).stream());
    }

    private ListQuery<AuditEntry> query(AuditFilter filter, Scope scope, String order) {
        var condition = condition(filter, scope);
        return ListQuery.of((row, _) -> entry(row), ROWS + condition)
                .counted("select count(*) from audit.entry e where " + condition)
                .ordered(order.equals(OLDEST_FIRST) ? "e.id" : "e.id desc")
                .with(params(filter, scope));
    }

    /** What has been done so far, for the choice of the filter: one look into the index for each act. */
    public List<String> acts() {
        return different("act");
    }

    public List<String> subjects() {
        return different("subject");
    }

    private List<String> different(String column) {
        return jdbc.sql("""
                        with recursive one as (
                            (select %1$s as found from audit.entry order by %1$s limit 1)
                            union all
                            select (select e.%1$s from audit.entry e where e.%1$s > one.found order by e.%1$s limit 1)
                            from one where one.found is not null)
                        select found from one where found is not null
                        """.formatted(column))
                .query((row, _) -> row.getString("found"))
                .list();
    }

    private static String condition(AuditFilter filter, Scope scope) {
        var parts = new ArrayList<String>();
        parts.add(scope.condition("e.organisation_id"));
        var set = filter.set();
        if (set.containsKey("who")) {
            parts.add("e.username = :who");
        }
        if (set.containsKey("act")) {
            parts.add("e.act = :act");
        }
        if (set.containsKey("subject")) {
            parts.add("e.subject = :subject");
        }
        if (set.containsKey("from")) {
            parts.add("e.at >= cast(:from as timestamptz)");
        }
        if (set.containsKey("to")) {
            parts.add("e.at < cast(:to as timestamptz) + interval '24 hours'"); // the database adds: it reads no year
            // 10000
        }
        if (set.containsKey("q")) {
            parts.add("""
                    (cast(e.subject_id as text) = :exact or e.address = :exact or e.username = :exact or :exact = any(e.in_place_of)
                        or platform.folded(coalesce(e.before::text, '') || coalesce(e.after::text, ''))
                            like '%' || platform.folded(:sought) || '%')""");
        }
        return String.join(" and ", parts);
    }

    private Map<String, Object> params(AuditFilter filter, Scope scope) {
        var params = new HashMap<>(scope.params(businessDay.today()));
        var set = filter.set();
        for (var name : List.of("who", "act", "subject")) {
            if (set.containsKey(name)) {
                params.put(name, set.get(name));
            }
        }
        if (filter.from() != null) {
            params.put(
                    "from",
                    filter.from()
                            .atStartOfDay(BusinessDay.ZONE)
                            .toOffsetDateTime()
                            .toString());
        }
        if (filter.to() != null) {
            params.put(
                    "to",
                    filter.to()
                            .atStartOfDay(BusinessDay.ZONE)
                            .toOffsetDateTime()
                            .toString());
        }
        if (filter.q() != null) {
            params.put("exact", filter.q());
            params.put("sought", filter.q().replaceAll("[\\\\%_]", "\\\\$0"));
        }
        return params;
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                inVietnam(row.getTimestamp("at")),
                row.getString("username"),
                List.of((String[]) row.getArray("in_place_of").getArray()),
                row.getString("address"),
                row.getString("act"),
                row.getString("subject"),
                row.getObject("subject_id", UUID.class),
                null,
                row.getString("organisation"),
                changes(row.getString("before"), row.getString("after")));
    }

    private static LocalDateTime inVietnam(Timestamp at) {
        return LocalDateTime.ofInstant(at.toInstant(), BusinessDay.ZONE);
    }

    private List<Change> changes(@Nullable String before, @Nullable String after) {
        var was = fields(before);
        var is = fields(after);
        var names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .map(name -> new Change(name, was.get(name), is.get(name)))
                .filter(change -> before == null
                        || after == null
                        || change.before() == null
                        || !change.before().equals(change.after()))
                .toList();
    }

    private Map<String, String> fields(@Nullable String state) {
        var fields = new LinkedHashMap<String, String>();
        if (state == null) {
            return fields;
        }
        var node = json.readTree(state);
        if (node.isObject()) {
            node.properties().forEach(field -> put(fields, field.getKey(), field.getValue()));
        } else {
            put(fields, "", node);
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, JsonNode value) {
        if (!value.isNull()) {
            fields.put(name, value.isString() ? value.asString() : value.toString());
        }
    }
}

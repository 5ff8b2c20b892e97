package vn.partyregister.planning;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.VietnameseText;

/** Plans: those made within a scope, and those that committees above it hand down to it. */
@Service
public class PlanList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS = List.of("from", "name", "organiser", "kind", "paper", "target");

    public static final String STANDARD_ORDER = "from,desc";

    private static final Map<String, String> COLUMNS = Map.of(
            "from", "p.from_on %1$s",
            "name", "p.name collate organisation.by_name %1$s",
            "kind", "p.kind %1$s",
            "paper", "d.issued_on %1$s, d.number %1$s",
            "organiser", "o.name collate organisation.by_name %1$s",
            "target", "t.figure %1$s nulls last");

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    PlanList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of the list, and how many there are. A page behind the last is the last. */
    public Listing<PlanRow> page(PlanFilter filter, Scope scope, String sort, int page) {
        var total = jdbc.sql("select count(*) from planning.plan p where " + which(filter, scope))
                .params(params(filter, scope))
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = jdbc.sql(rows(scope, which(filter, scope))
                        + order(sort)
                        + " limit %d offset :skipped".formatted(Listing.SIZE))
                .params(params(filter, scope))
                .param("skipped", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(PlanRow.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, filter.address("/plans"));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<PlanRow> stream(PlanFilter filter, Scope scope, String sort) {
        return jdbc
                .sql(rows(scope, which(filter, scope)) + order(sort))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .params(params(filter, scope))
                .query(new RecordRows<>(PlanRow.class))
                .stream();
    }

    /** One plan; out of the scope there is none. */
    public PlanRow get(PlanId id, Scope scope) {
        return jdbc.sql(rows(scope, "p.id = :plan and " + seen(scope)))
                .params(scope.params(businessDay.today()))
                .param("plan", id.id())
                .query(new RecordRows<>(PlanRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("planning.unknown"));
    }

    private static String rows(Scope scope, String which) {
        return """
                select p.id, p.organisation_id as organisation, o.name as organiser, %s as leads, p.kind, p.name, p.from_on,
                    p.to_on, d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer, t.figure as target
                from planning.plan p
                join organisation.decision d on d.id = p.decision_id
                join lateral (select v.name from organisation.organisation_version v
                    where v.organisation_id = p.organisation_id
                    order by v.valid @> p.from_on desc, lower(v.valid) desc limit 1) o on true
                left join planning.target_now t on t.plan_id = p.id and t.organisation_id = p.organisation_id
                    and t.group_code = 'EVERYBODY'
                where %s
                """.formatted(scope.condition("p.organisation_id"), which);
    }

    private static String order(String sort) {
        var order = sort.split(",", 2);
        return " order by %s, p.from_on desc, p.id"
                .formatted(COLUMNS.getOrDefault(order[0], "p.from_on %s").formatted(order[1]));
    }

    private static String which(PlanFilter filter, Scope scope) {
        return String.join(
                " and ",
                seen(scope),
                filter.q() == null ? "true" : "platform.folded(p.name) like :q",
                filter.kind() == null ? "true" : "p.kind = :kind",
                filter.year() == null
                        ? "true"
                        : "p.from_on < make_date(:year + 1, 1, 1) and p.to_on >= make_date(:year, 1, 1)");
    }

    private Map<String, Object> params(PlanFilter filter, Scope scope) {
        var params = new HashMap<String, Object>(scope.params(businessDay.today()));
        if (filter.q() != null) {
            params.put("q", VietnameseText.sought(filter.q()));
        }
        if (filter.kind() != null) {
            params.put("kind", filter.kind().name());
        }
        if (filter.year() != null) {
            params.put("year", filter.year());
        }
        return params;
    }

    private static String seen(Scope scope) {
        return scope.everything() || scope.organisations().isEmpty()
                ? scope.condition("p.organisation_id")
                : """
                (%s or exists (select from organisation.ancestry a where a.ancestor_id = p.organisation_id
                and a.descendant_id in (:scope) and a.valid @> cast(:asAt as date)))\
                """.formatted(scope.condition("p.organisation_id"));
    }
}

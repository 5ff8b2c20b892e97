package vn.partyregister.planning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

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
        return query(filter, scope, sort).page(jdbc, page, sort, filter.address("/plans"));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<PlanRow> stream(PlanFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<PlanRow> query(PlanFilter filter, Scope scope, String sort) {
        var which = which(filter, scope);
        return ListQuery.of(PlanRow.class, rows(scope, which))
                .counted("select count(*) from planning.plan p where " + which)
                .ordered(COLUMNS, sort, "p.from_on desc, p.id")
                .with(scope.params(businessDay.today()))
                .seeking(filter.q())
                .with("kind", filter.kind())
                .with("year", filter.year());
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

    private static String seen(Scope scope) {
        return scope.everything() || scope.organisations().isEmpty()
                ? scope.condition("p.organisation_id")
                : """
                (%s or exists (select from organisation.ancestry a where a.ancestor_id = p.organisation_id
                and a.descendant_id in (:scope) and a.valid @> cast(:asAt as date)))\
                """.formatted(scope.condition("p.organisation_id"));
    }
}

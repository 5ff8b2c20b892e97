package vn.partyregister.admission;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** Cases of admission within a scope: pages, files, counts. */
@Service
public class AdmissionList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("due", "name", "organisation", "stage", "since", "days");

    /** What is due first comes first. */
    public static final String STANDARD_ORDER = "due,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "due", "due_on %s nulls last",
            "name",
                    "given_name collate \"vi-x-icu\" %1$s, middle_name collate \"vi-x-icu\" %1$s, family_name collate \"vi-x-icu\" %1$s",
            "organisation", "organisation collate organisation.by_name %s",
            "stage", "place %s",
            "since", "since %s",
            "days", "since %s");

    private static final String ROWS = """
            select c.id, c.full_name, c.born_earliest, c.born_precision, c.category, c.stage, c.since,
                (select v.name from organisation.organisation_version v
                    where v.organisation_id = c.organisation_id and v.valid @> cast(:asAt as date)) as organisation,
                greatest(cast(:asAt as date) - c.since, 0) as days, w.due_on,
                coalesce(c.ended_on is null and w.due_on < :asAt, false) as overdue,
                c.given_name, c.middle_name, c.family_name, s.place
            """;

    private static final String FROM = """
            from admission.admission_case c
            left join admission.due w on w.id = c.id
            join (select code, min(position) as place from admission.stage group by code) s on s.code = c.stage
            where\s""";

    private final JdbcClient jdbc;

    AdmissionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the list under its figures, which say how many there are; a page behind the last is the last. */
    public Shown page(AdmissionFilter filter, Scope scope, LocalDate today, String sort, int page) {
        var figures = figures(filter, scope, today);
        var total = figures.getOrDefault(filter.shown(), 0L);
        return new Shown(query(filter, scope, today, sort).page(jdbc, total, page, sort, filter.address("")), figures);
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<AdmissionRow> all(AdmissionFilter filter, Scope scope, LocalDate today, String sort) {
        return query(filter, scope, today, sort).all(jdbc);
    }

    /** How many there are in each view, whichever the filter asks for. */
    Map<AdmissionView, Long> figures(AdmissionFilter filter, Scope scope, LocalDate today) {
        var counts = Arrays.stream(AdmissionView.values())
                .map(view -> "count(*) filter (where %s) as \"%s\"".formatted(view.condition(), view))
                .collect(joining(", "));
        return query(filter, scope, today, STANDARD_ORDER)
                .ask(jdbc, "select " + counts + " " + FROM + narrowed(filter, scope))
                .query((row, _) -> {
                    var figures = new EnumMap<AdmissionView, Long>(AdmissionView.class);
                    for (var view : AdmissionView.values()) {
                        figures.put(view, row.getLong(view.name()));
                    }
                    return figures;
                })
                .single();
    }

    /** The cases before and after one in the order of the list; null at its ends. */
    public Neighbours around(AdmissionCaseId id, AdmissionFilter filter, Scope scope, LocalDate today, String sort) {
        var query = query(filter, scope, today, sort);
        return query.ask(jdbc, """
                        select previous, next from (select id, lag(id) over (order by %1$s) as previous,
                            lead(id) over (order by %1$s) as next from (%2$s) as listed) as numbered where id = :id
                        """.formatted(query.order(), query.rows()))
                .param("id", id.id())
                .query(new RecordRows<>(Neighbours.class))
                .optional()
                .orElse(new Neighbours(null, null));
    }

    /** A page of the list, and how many there are in each view. */
    public record Shown(Listing<AdmissionRow> listing, Map<AdmissionView, Long> figures) {
        public Shown {
            figures = Map.copyOf(figures);
        }
    }

    private static ListQuery<AdmissionRow> query(AdmissionFilter filter, Scope scope, LocalDate today, String sort) {
        var from = FROM + where(filter, scope);
        return ListQuery.of(AdmissionRow.class, "select * from (" + ROWS + from + ") as listed")
                .counted("select count(*) " + from)
                .ordered(order(sort))
                .with(scope.params(today))
                .seeking(filter.q())
                .with("stage", filter.stage())
                .with("category", filter.category())
                .with("organisation", filter.organisation());
    }

    private static String order(String sort) {
        var order = sort.split(",", 2);
        var direction = order[0].equals("days") ? (order[1].equals("asc") ? "desc" : "asc") : order[1];
        return COLUMNS.getOrDefault(order[0], "due_on %s").formatted(direction) + ", since, id";
    }

    private static String where(AdmissionFilter filter, Scope scope) {
        return narrowed(filter, scope) + " and " + filter.shown().condition();
    }

    private static String narrowed(AdmissionFilter filter, Scope scope) {
        return "%s and %s and %s and %s and %s"
                .formatted(
                        scope.condition("c.organisation_id"),
                        filter.q() == null ? "true" : "c.name_folded like :q",
                        filter.stage() == null ? "true" : "c.stage = :stage",
                        filter.category() == null ? "true" : "c.category = :category",
                        filter.organisation() == null ? "true" : Scope.below("c.organisation_id", ":asAt"));
    }
}

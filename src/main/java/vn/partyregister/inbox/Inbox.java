package vn.partyregister.inbox;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;

/** The obligations of all modules as one list: what is due, overdue, done in time and done late, as at a day. */
@Service
public class Inbox {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("due", "subject", "owner", "kind", "since", "done");

    /** What is due first comes first. */
    public static final String STANDARD_ORDER = "due,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "due", "o.due_on %s nulls last",
            "subject", "o.subject_order collate \"vi-x-icu\" %s",
            "owner", "w.name collate organisation.by_name %s",
            "kind", "o.kind %s",
            "since", "o.since %s",
            "done", "o.done_on %s nulls last");

    private static final RecordRows<Obligation> ROWS = new RecordRows<>(Obligation.class);

    private final InboxQuery query;

    Inbox(InboxQuery query) {
        this.query = query;
    }

    /** What the modules tell of. */
    public List<String> kinds() {
        return query.kinds();
    }

    /**
     * A page of the list and the figures above it: the obligations are gathered once, and named where they are shown. A page
     * behind the last is the last.
     */
    public Shown page(InboxFilter filter, Scope scope, LocalDate asAt, String sort, int page) {
        var rows = new ArrayList<Obligation>();
        var figures = new ArrayList<Figures>();
        var order = order(sort);
        query.ask(
                        """
                        with gathered as materialized (select o.* %s), counted as materialized (select %s from gathered o)
                        select c.*, %s from counted c left join (
                            select o.* from gathered o %s where %s order by %s limit :size
                            offset :size * (least(:page, greatest(1, ceil((select shown from counted)::numeric / :size)))::bigint - 1)) o on true
                        %s order by %s
                        """.formatted(
                                        query.counted(filter, scope),
                                        wanted(filter),
                                        columns(),
                                        order.contains("w.name") ? InboxQuery.OWNER : "",
                                        InboxQuery.left(filter),
                                        order,
                                        InboxQuery.NAMED + InboxQuery.SOURCE,
                                        order),
                        filter,
                        scope,
                        asAt)
                .param("size", Listing.SIZE)
                .param("page", page)
                .query(row -> {
                    if (figures.isEmpty()) {
                        figures.add(figures(row));
                    }
                    if (row.getString("kind") != null) {
                        rows.add(ROWS.mapRow(row, rows.size()));
                    }
                });
        var total = figures.getFirst().shown();
        return new Shown(
                figures.getFirst(),
                new Listing<>(rows, Listing.shown(page, total), Listing.SIZE, total, sort, filter.address("")));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<Obligation> all(InboxFilter filter, Scope scope, LocalDate asAt, String sort) {
        return query
                .ask(
                        "select %s %s and %s order by %s"
                                .formatted(columns(), query.named(filter, scope), InboxQuery.left(filter), order(sort)),
                        filter,
                        scope,
                        asAt)
                .withFetchSize(TableDownload.FETCH_SIZE)
                .query(ROWS)
                .stream();
    }

    /** How many there are in each state, how many are urgent, and how many the filter leaves: one look at them. */
    public Figures figures(InboxFilter filter, Scope scope, LocalDate asAt) {
        return query.ask("select " + wanted(filter) + " " + query.counted(filter, scope), filter, scope, asAt)
                .query((row, _) -> figures(row))
                .single();
    }

    private static Figures figures(ResultSet row) throws SQLException {
        var states = new EnumMap<ObligationState, Long>(ObligationState.class);
        for (var state : ObligationState.values()) {
            states.put(state, row.getLong(state.name()));
        }
        var urgent = new EnumMap<Urgency, Long>(Urgency.class);
        for (var urgency : Urgency.values()) {
            urgent.put(urgency, row.getLong(urgency.name()));
        }
        return new Figures(states, urgent, row.getLong("shown"));
    }

    private static String wanted(InboxFilter filter) {
        return Stream.of(
                        Stream.of(ObligationState.values()).map(one -> count(one.condition(), one.name())),
                        Stream.of(Urgency.values()).map(one -> count(one.condition(), one.name())),
                        Stream.of(count(InboxQuery.left(filter), "shown")))
                .flatMap(Function.identity())
                .collect(joining(", "));
    }

    private static String count(String condition, String name) {
        return "count(*) filter (where %s) as %s".formatted(condition, name);
    }

    private static String order(String sort) {
        var asked = sort.split(",", 2);
        return COLUMNS.getOrDefault(asked[0], "o.due_on %s").formatted(asked[1])
                + ", o.since, o.subject, o.address, o.kind";
    }

    private static String columns() {
        return """
                o.kind, o.subject, o.owner_id, coalesce(w.name, '') as owner, p.name as above, o.since, o.due_on, o.done_on,
                %s as state, o.address, o.rule, book.directive, book.clause\
                """.formatted(InboxQuery.state());
    }

    /** A page of the list under its figures. */
    public record Shown(Figures figures, Listing<Obligation> listing) {}

    /**
     * How many there are.
     *
     * @param shown what the filter leaves
     */
    public record Figures(Map<ObligationState, Long> states, Map<Urgency, Long> urgent, long shown) {
        public Figures {
            states = Map.copyOf(states);
            urgent = Map.copyOf(urgent);
        }

        public long of(ObligationState state) {
            return states.getOrDefault(state, 0L);
        }

        public long of(Urgency urgency) {
            return urgent.getOrDefault(urgency, 0L);
        }

        /** Not done yet: due or overdue. */
        public long open() {
            return of(ObligationState.DUE) + of(ObligationState.OVERDUE);
        }
    }
}

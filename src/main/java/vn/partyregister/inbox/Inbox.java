package vn.partyregister.inbox;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    private final InboxQuery query;

    Inbox(InboxQuery query) {
        this.query = query;
    }

    /** What the modules tell of. */
    public List<String> kinds() {
        return query.kinds();
    }

    /** A page of the list; a page behind the last is the last. */
    public Listing<Obligation> page(
            InboxFilter filter, Figures figures, Scope scope, LocalDate asAt, String sort, int page) {
        var total = figures.shown();
        var shown = Listing.shown(page, total);
        var rows = query.ask(rows(filter, scope, sort) + " limit :size offset :skipped", filter, scope, asAt)
                .param("size", Listing.SIZE)
                .param("skipped", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(Obligation.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<Obligation> all(InboxFilter filter, Scope scope, LocalDate asAt, String sort) {
        return query
                .ask(rows(filter, scope, sort), filter, scope, asAt)
                .withFetchSize(TableDownload.FETCH_SIZE)
                .query(new RecordRows<>(Obligation.class))
                .stream();
    }

    /** How many there are in each state, how many are urgent, and how many the filter leaves: one look at them. */
    public Figures figures(InboxFilter filter, Scope scope, LocalDate asAt) {
        var wanted = Stream.concat(
                        Stream.concat(
                                Stream.of(ObligationState.values()).map(one -> count(one.condition(), one.name())),
                                Stream.of(Urgency.values()).map(one -> count(one.condition(), one.name()))),
                        Stream.of(count(InboxQuery.left(filter), "shown")))
                .collect(joining(", "));
        return query.ask("select " + wanted + " " + query.counted(filter, scope), filter, scope, asAt)
                .query((row, _) -> {
                    var states = new EnumMap<ObligationState, Long>(ObligationState.class);
                    for (var state : ObligationState.values()) {
                        states.put(state, row.getLong(state.name()));
                    }
                    var urgent = new EnumMap<Urgency, Long>(Urgency.class);
                    for (var urgency : Urgency.values()) {
                        urgent.put(urgency, row.getLong(urgency.name()));
                    }
                    return new Figures(states, urgent, row.getLong("shown"));
                })
                .single();
    }

    private static String count(String condition, String name) {
        return "count(*) filter (where %s) as %s".formatted(condition, name);
    }

    private String rows(InboxFilter filter, Scope scope, String sort) {
        var order = sort.split(",", 2);
        return """
                select o.kind, o.subject, o.owner_id, coalesce(w.name, '') as owner, p.name as above, o.since, o.due_on, o.done_on,
                    %s as state, o.address %s and %s order by %s, o.since, o.subject, o.address, o.kind\
                """.formatted(
                        InboxQuery.state(),
                        query.named(filter, scope),
                        InboxQuery.left(filter),
                        COLUMNS.getOrDefault(order[0], "o.due_on %s").formatted(order[1]));
    }

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

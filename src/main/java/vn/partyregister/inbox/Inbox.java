package vn.partyregister.inbox;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.VietnameseText;

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

    private static final String SEEN_ON = "least(cast(:asAt as date), upper(w.valid) - 1)";

    private static final String NOTHING = """
            select null::text as kind, null::text as subject, null::text as subject_order, null::uuid as owner_id, null::date as since, null::date as due_on,
            null::date as done_on, null::text as address where false\
            """;

    private final JdbcClient jdbc;
    private final List<ObligationSource> sources;

    Inbox(JdbcClient jdbc, ObjectProvider<ObligationSource> sources) {
        this.jdbc = jdbc;
        this.sources = sources.orderedStream().toList();
    }

    /** What the modules tell of. */
    public List<String> kinds() {
        return sources.stream().flatMap(source -> source.kinds().stream()).toList();
    }

    /** A page of the list; a page behind the last is the last. */
    public Listing<Obligation> page(InboxFilter filter, Scope scope, LocalDate asAt, String sort, int page) {
        var total = ask("select count(*) " + from(filter, scope), filter, scope, asAt)
                .query(Long.class)
                .single();
        var shown = (int) Math.min(page, Math.max(1, Math.ceilDiv(total, Listing.SIZE)));
        var rows = ask(rows(filter, scope, sort) + " limit :size offset :skipped", filter, scope, asAt)
                .param("size", Listing.SIZE)
                .param("skipped", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(Obligation.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<Obligation> all(InboxFilter filter, Scope scope, LocalDate asAt, String sort) {
        return ask(rows(filter, scope, sort), filter, scope, asAt)
                .withFetchSize(TableDownload.FETCH_SIZE)
                .query(new RecordRows<>(Obligation.class))
                .stream();
    }

    /** How many there are in each state, whatever state the filter asks for. */
    public Map<ObligationState, Long> figures(InboxFilter filter, Scope scope, LocalDate asAt) {
        var figures = new EnumMap<ObligationState, Long>(ObligationState.class);
        for (var state : ObligationState.values()) {
            figures.put(state, 0L);
        }
        var all = filter.in(null);
        ask(
                        "select " + state() + " as state, count(*) as many " + from(all, scope, "true") + " group by 1",
                        all,
                        scope,
                        asAt)
                .query(row -> {
                    figures.put(ObligationState.valueOf(row.getString("state")), row.getLong("many"));
                });
        return figures;
    }

    private String rows(InboxFilter filter, Scope scope, String sort) {
        var order = sort.split(",", 2);
        return """
                select o.kind, o.subject, o.owner_id, coalesce(w.name, '') as owner, p.name as above, o.since, o.due_on, o.done_on,
                    %s as state, o.address %s order by %s, o.since, o.subject, o.address, o.kind\
                """.formatted(
                        state(),
                        from(filter, scope),
                        COLUMNS.getOrDefault(order[0], "o.due_on %s").formatted(order[1]));
    }

    private String from(InboxFilter filter, Scope scope) {
        var state = filter.state();
        return from(filter, scope, state == null ? "o.done_on is null" : state.condition());
    }

    /** An owner that is there no longer is named as it last was, and what was done is found where it was done. */
    private String from(InboxFilter filter, Scope scope, String state) {
        return """
                from (%s) o
                left join lateral (select name, parent_id, valid from organisation.organisation_version
                    where organisation_id = o.owner_id
                    order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) w on true
                left join lateral (select name from organisation.organisation_version
                    where organisation_id = w.parent_id order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) p on true
                where %s and %s and %s and %s and %s\
                """.formatted(
                        sources.isEmpty()
                                ? NOTHING
                                : sources.stream().map(ObligationSource::select).collect(joining(" union all ")),
                        scope.condition("o.owner_id", SEEN_ON),
                        filter.organisation() == null ? "true" : """
                                exists (select from organisation.ancestry below where below.ancestor_id = :organisation
                                and below.descendant_id = o.owner_id and below.valid @> cast(%s as date))\
                                """.formatted(SEEN_ON),
                        filter.kind() == null ? "true" : "o.kind = :kind",
                        filter.q() == null ? "true" : "platform.folded(o.subject) like :q",
                        state);
    }

    private static String state() {
        return Stream.of(ObligationState.values())
                .map(state -> "when " + state.condition() + " then '" + state + "'")
                .collect(joining(" ", "case ", " end"));
    }

    private StatementSpec ask(String sql, InboxFilter filter, Scope scope, LocalDate asAt) {
        var statement = jdbc.sql(sql).params(scope.params(asAt));
        if (filter.organisation() != null) {
            statement = statement.param("organisation", filter.organisation());
        }
        if (filter.kind() != null) {
            statement = statement.param("kind", filter.kind());
        }
        if (filter.q() != null) {
            var folded = VietnameseText.folded(filter.q()).replaceAll("[%_\\\\]", "\\\\$0");
            statement = statement.param("q", "%" + folded + "%");
        }
        return statement;
    }
}

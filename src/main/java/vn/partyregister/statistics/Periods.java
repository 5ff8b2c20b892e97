package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** The periods of a committee: which are closed, by whom, which are due, and how far those below it are. */
@Service
public class Periods {
    /** How far back the list goes; what was closed before stands in the history. */
    private static final int MONTHS_SHOWN = 13;

    /** What the list of periods can be ordered by. */
    public static final Collection<String> ORDERS = List.of("to", "from", "kind", "due", "state", "below");

    public static final String STANDARD_ORDER = "to,desc";

    /** What the history of closings can be ordered by. */
    public static final Collection<String> HISTORY_ORDERS = List.of("to", "from", "kind", "closed", "reopened");

    /** What the list of those below can be ordered by. */
    public static final Collection<String> CHILD_ORDERS = List.of("name", "state");

    public static final String STANDARD_CHILD_ORDER = "name,asc";

    private static final Comparator<Row> LATEST = Comparator.comparing(
                    (Row row) -> row.period().to())
            .thenComparing(row -> row.period().from())
            .reversed();

    private final ClosingStore store;
    private final PeriodKinds kinds;
    private final MemberList members;
    private final JdbcClient jdbc;

    Periods(ClosingStore store, PeriodKinds kinds, MemberList members, JdbcClient jdbc) {
        this.store = store;
        this.kinds = kinds;
        this.members = members;
        this.jdbc = jdbc;
    }

    /** The kinds of period there are today. */
    public List<PeriodKind> kinds(LocalDate today) {
        return kinds.on(today);
    }

    /** The periods of an organisation of the scope, in an order. */
    public Page page(PeriodFilter filter, Scope scope, LocalDate today, String sort) {
        var organisation = filter.organisation();
        var choice = choice(organisation, scope, today);
        var closings = store.of(organisation);
        var below = below(organisation);
        var late = late(organisation);
        var rows = new ArrayList<Row>();
        for (var kind : kinds.on(today)) {
            var period = PeriodKind.lastBy(today, kind.months());
            while (period.to().isAfter(today.minusMonths(MONTHS_SHOWN))) {
                rows.add(row(kind, period, today, closings, below, late));
                period = kind.around(period.eve());
            }
        }
        return new Page(
                choice,
                rows.stream().filter(filter::holds).sorted(order(sort)).toList(),
                closings.size(),
                choice.below().size());
    }

    private static Comparator<Row> order(String sort) {
        var order = sort.split(",", 2);
        Comparator<Row> column =
                switch (order[0]) {
                    case "from" -> Comparator.comparing(row -> row.period().from());
                    case "kind" -> Comparator.comparing(row -> row.kind().months());
                    case "due" ->
                        Comparator.comparing(
                                row -> row.due() == null ? null : row.due().on(),
                                Comparator.nullsLast(Comparator.naturalOrder()));
                    case "state" ->
                        Comparator.comparing(
                                row -> row.closing() == null
                                        ? null
                                        : row.closing().closedAt(),
                                Comparator.nullsLast(Comparator.naturalOrder()));
                    case "below" -> Comparator.comparing(Row::childrenClosed);
                    default -> Comparator.comparing(row -> row.period().to());
                };
        return (order[1].equals("desc") ? column.reversed() : column).thenComparing(LATEST);
    }

    /** All that an organisation of the scope ever closed, also what was reopened. */
    public History history(OrganisationId organisation, Scope scope, LocalDate today, String sort) {
        return new History(choice(organisation, scope, today), store.of(organisation, sort));
    }

    /**
     * Those right below a committee with what they closed of one period.
     *
     * @param closed whether they have closed it; null for all
     */
    public Below below(
            OrganisationId organisation,
            String kindCode,
            LocalDate day,
            @Nullable Boolean closed,
            Scope scope,
            String sort) {
        var kind = kinds.find(kindCode).orElseThrow(() -> new NotFound("statistics.unknown-kind"));
        var period = kind.around(day);
        var choice = choice(organisation, scope, period.to());
        var closings = new HashMap<OrganisationId, Closing>();
        store.ofChildren(organisation, kindCode, period)
                .forEach(closing -> closings.put(closing.organisationId(), closing));
        return new Below(
                choice,
                kind,
                period,
                ordered(
                        choice.below().stream()
                                .map(near -> child(near, closings))
                                .filter(child -> closed == null || closed == (child.closing() != null))
                                .toList(),
                        sort));
    }

    private static ChildState child(OrganisationChoice.Near near, Map<OrganisationId, Closing> closings) {
        var id = new OrganisationId(near.id());
        return new ChildState(id, near.name(), closings.get(id));
    }

    /** They come in the order of their names. */
    private static List<ChildState> ordered(List<ChildState> children, String sort) {
        var ordered = new ArrayList<>(children);
        if (sort.startsWith("state")) {
            ordered.sort(Comparator.comparing(
                    child -> child.closing() == null ? null : child.closing().closedAt(),
                    Comparator.nullsLast(Comparator.naturalOrder())));
        }
        return sort.endsWith(",desc") ? ordered.reversed() : ordered;
    }

    private OrganisationChoice choice(OrganisationId organisation, Scope scope, LocalDate day) {
        return members.choice(organisation.id(), scope, day)
                .orElseThrow(() -> new NotFound("membership.unknown-organisation"));
    }

    private Row row(
            PeriodKind kind,
            Period period,
            LocalDate today,
            List<Closing> closings,
            Map<Asked, Integer> below,
            Map<Period, Integer> late) {
        var closing = closings.stream()
                .filter(one -> one.holds()
                        && one.kind().equals(kind.code())
                        && one.period().equals(period))
                .findFirst()
                .orElse(null);
        var due = kinds.due(kind, period).orElse(null);
        return new Row(
                kind,
                period,
                due,
                closing == null && due != null && due.on().isBefore(today),
                closing,
                closing == null ? 0 : late.getOrDefault(period, 0),
                below.getOrDefault(new Asked(kind.code(), period.from()), 0));
    }

    /** How many of those right below have closed each period. */
    private Map<Asked, Integer> below(OrganisationId organisation) {
        var below = new HashMap<Asked, Integer>();
        jdbc.sql("""
                        select c.kind, c.from_on, count(*) as closed from statistics.closing c
                        join organisation.organisation_version v on v.organisation_id = c.organisation_id
                            and v.parent_id = :organisation and v.valid @> c.to_on
                        where c.reopened_at is null group by c.kind, c.from_on
                        """).param("organisation", organisation.id()).query(row -> {
            below.put(
                    new Asked(row.getString("kind"), row.getObject("from_on", LocalDate.class)), row.getInt("closed"));
        });
        return below;
    }

    /** How many entries of the journal came after each period was closed. */
    private Map<Period, Integer> late(OrganisationId organisation) {
        var late = new HashMap<Period, Integer>();
        jdbc.sql("""
                        select from_on, to_on, count(*) as entries from membership.late_entry
                        where organisation_id = :organisation group by from_on, to_on
                        """)
                .param("organisation", organisation.id())
                .query(new RecordRows<>(Late.class))
                .list()
                .forEach(one -> late.put(new Period(one.fromOn(), one.toOn()), one.entries()));
        return late;
    }

    private record Asked(String kind, LocalDate from) {}

    record Late(LocalDate fromOn, LocalDate toOn, int entries) {}

    /**
     * The periods of a committee.
     *
     * @param closings how many periods were ever closed, also what was reopened
     * @param children how many organisations are right below
     */
    public record Page(OrganisationChoice organisation, List<Row> rows, int closings, int children) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** What a committee has closed in the course of time. */
    public record History(OrganisationChoice organisation, List<Closing> closings) {
        public History {
            closings = List.copyOf(closings);
        }
    }

    /**
     * A period.
     *
     * @param due until when it is closed; null where no rule says so
     * @param late how many entries were recorded after it was closed
     * @param childrenClosed how many of those below have closed it
     */
    public record Row(
            PeriodKind kind,
            Period period,
            PeriodKinds.@Nullable Due due,
            boolean overdue,
            @Nullable Closing closing,
            int late,
            int childrenClosed) {}

    /** Those below, and what each closed of a period. */
    public record Below(OrganisationChoice organisation, PeriodKind kind, Period period, List<ChildState> children) {
        public Below {
            children = List.copyOf(children);
        }
    }

    /** One of those below; without a closing while the period is open there. */
    public record ChildState(
            OrganisationId id, String name, @Nullable Closing closing) {}
}

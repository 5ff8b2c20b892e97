package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.StockFilter.What;

/** The lines of the stock ledger, and the balance that adds them up for each organisation and kind. */
@Service
public class StockEntries {
    /** What the lines can be ordered by. */
    public static final List<String> ORDERS = List.of("day", "kind", "serial", "what");
    /** The latest first. */
    public static final String STANDARD_ORDER = "day,desc";

    private static final String NAMES = """
            left join lateral (select name from organisation.organisation_version
                where organisation_id = %2$s.%3$s
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) %1$s on true
            """;

    private static final String ENTRIES =
            """
            select e.receipt_id, o.name as organisation, e.kind, e.what, e.how, e.day,
                recognition.serial(e.series, lower(e.serials), e.digits) as first,
                recognition.serial(e.series, upper(e.serials) - 1, e.digits) as last,
                e.things * e.sign as things, x.name as other, e.member_id, m.full_name as member, e.paper, e.why
            from recognition.stock_entry e
            """ + NAMES.formatted("o", "e", "organisation_id") + NAMES.formatted("x", "e", "other_id") + """
            left join member.member m on m.id = e.member_id
            where\s""";

    private static final String BALANCES = """
            with line as (
                select e.organisation_id, e.kind, e.what, e.day, e.things, e.sign from recognition.stock_entry e where %1$s
            ), figure as (
                select organisation_id, kind,
                    coalesce(sum(things * sign) filter (where day < cast(:from as date)), 0) as opening, %2$s
                from line group by grouping sets ((organisation_id, kind), (kind))
            ), lying as (
                select e.organisation_id, e.kind, sum(upper(f.span) - lower(f.span)) as things
                from recognition.receipt e
                cross join lateral unnest(int8multirange(e.serials) - (
                    select coalesce(range_agg(o.serials), '{}'::int8multirange) from recognition.outgoing o
                    where o.receipt_id = e.id and o.happened_on <= cast(:to as date))) as f (span)
                where e.received_on <= cast(:to as date) and %3$s
                group by grouping sets ((e.organisation_id, e.kind), (e.kind))
            )
            select f.organisation_id, o.name as organisation, f.kind, f.opening, f.received, f.returned, f.issued, f.written_off,
                f.handed_down, f.sent_back, f.corrected, coalesce(l.things, 0) as in_hand
            from figure f
            left join lying l on l.kind = f.kind and l.organisation_id is not distinct from f.organisation_id
            join reference.code c on c.list = 'stock-kind' and c.code = f.kind
            """ + NAMES.formatted("o", "f", "organisation_id") + """
            where f.organisation_id is not null
            or (select count(*) from figure g where g.kind = f.kind and g.organisation_id is not null) > 1
            order by c.position, f.organisation_id is not null, o.name collate organisation.by_name, f.organisation_id
            """;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    StockEntries(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of the lines. A page behind the last is the last. */
    public Listing<Entry> page(StockFilter filter, Scope scope, String sort, int page, String here) {
        return query(filter, scope, sort).page(jdbc, page, sort, here);
    }

    /** All of them, as the database hands them out. */
    public Stream<Entry> rows(StockFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<Entry> query(StockFilter filter, Scope scope, String sort) {
        var condition = condition(filter, scope);
        return ListQuery.of(Entry.class, ENTRIES + condition)
                .counted("select count(*) from recognition.stock_entry e where " + condition)
                .ordered(order(sort))
                .with(params(filter, scope));
    }

    /** What the lines add up to: what came in less what went out. */
    public long sum(StockFilter filter, Scope scope) {
        return jdbc.sql("select coalesce(sum(e.things * e.sign), 0) from recognition.stock_entry e where "
                        + condition(filter, scope))
                .params(params(filter, scope))
                .query(Long.class)
                .single();
    }

    /** The balance of each kind in the period, of each organisation and, where there are several, of all together. */
    public List<StockBalance> balances(StockFilter filter, Scope scope) {
        var period = filter.inPeriod(businessDay.today());
        var whose = new StockFilter(period.organisation(), period.kind(), null, null, null);
        var upTo = new StockFilter(period.organisation(), period.kind(), null, null, period.to());
        var figures = Stream.of(What.values())
                .map(what -> "coalesce(sum(things) filter (where what = '%s' and day >= cast(:from as date)), 0) as %s"
                        .formatted(what, what.name().toLowerCase(java.util.Locale.ROOT)))
                .collect(Collectors.joining(", "));
        var params = params(upTo, scope);
        params.put("from", period.from());
        return jdbc.sql(BALANCES.formatted(condition(upTo, scope), figures, condition(whose, scope)))
                .params(params)
                .query(new RecordRows<>(StockBalance.class))
                .list();
    }

    private static String condition(StockFilter filter, Scope scope) {
        return Stream.of(
                        scope.reach("e.organisation_id"),
                        filter.organisation() == null ? "true" : "e.organisation_id = :organisation",
                        filter.kind() == null ? "true" : "e.kind = :kind",
                        filter.what() == null ? "true" : "e.what = :what",
                        filter.from() == null ? "true" : "e.day >= :from",
                        filter.to() == null ? "true" : "e.day <= :to")
                .collect(Collectors.joining(" and "));
    }

    private Map<String, @Nullable Object> params(StockFilter filter, Scope scope) {
        var params = new HashMap<String, @Nullable Object>(scope.params(businessDay.today()));
        params.put("organisation", filter.organisation());
        params.put("kind", filter.kind());
        params.put("what", filter.what() == null ? null : filter.what().name());
        params.put("from", filter.from());
        params.put("to", filter.to());
        return params;
    }

    private static String order(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        return switch (sort.split(",", 2)[0]) {
            case "kind" -> "e.kind" + direction + ", e.series, e.serials, e.recorded_at";
            case "serial" -> "e.series%1$s, e.serials%1$s, e.kind, e.recorded_at".formatted(direction);
            case "what" -> "e.what%1$s, e.day, e.recorded_at, e.serials".formatted(direction);
            default -> "e.day%1$s, e.recorded_at%1$s, e.sign%1$s, e.serials".formatted(direction);
        };
    }

    /**
     * A line of the ledger.
     *
     * @param how a source of receipts, or a way of going out
     * @param things how many, less than none where they go out
     * @param other the organisation at the other end
     */
    public record Entry(
            UUID receiptId,
            String organisation,
            String kind,
            What what,
            String how,
            LocalDate day,
            String first,
            String last,
            long things,
            @Nullable String other,
            @Nullable UUID memberId,
            @Nullable String member,
            String paper,
            @Nullable String why) {}
}

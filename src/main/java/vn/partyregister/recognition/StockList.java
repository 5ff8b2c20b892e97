package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** The stock to read: receipts with what became of them. */
@Service
public class StockList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("received", "kind", "serial", "left");
    /** The latest first. */
    public static final String STANDARD_ORDER = "received,desc";

    private static final String RECEIPTS = """
            select s.id, s.organisation_id, o.name as organisation, s.kind, s.series, lower(s.serials) as first,
                upper(s.serials) - 1 as last, s.digits, s.received_on, s.paper, s.source, giver.name as giver, s.received,
                s.issued, s.spoilt, s.handed_down, s.sent_back, s.corrected, s.left_over
            from recognition.stock s
            join lateral (select name from organisation.organisation_version
                where organisation_id = s.organisation_id
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) o on true
            left join lateral (select v.name from recognition.stock_entry e
                join organisation.organisation_version v on v.organisation_id = e.other_id
                where e.receipt_id = s.id and e.sign = 1
                order by v.valid @> cast(:asAt as date) desc, lower(v.valid) desc limit 1) giver on true
            where %s
            """;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    StockList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of the receipts of the scope; of one kind and one organisation where they are given. */
    public Listing<Receipt> page(StockFilter filter, Scope scope, String sort, int page, String here) {
        return query(filter, scope, sort).page(jdbc, page, sort, here);
    }

    /** All of them, as the database hands them out. */
    public Stream<Receipt> rows(StockFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<Receipt> query(StockFilter filter, Scope scope, String sort) {
        var condition = condition(filter, scope);
        return ListQuery.of(Receipt.class, RECEIPTS.formatted(condition))
                .counted("select count(*) from recognition.receipt s where " + condition)
                .ordered(order(sort))
                .with(scope.params(businessDay.today()))
                .with("kind", filter.kind())
                .with("organisation", filter.organisation());
    }

    public Receipt get(ReceiptId id, Scope scope) {
        return jdbc.sql(RECEIPTS.formatted("s.id = :id and " + scope.reach("s.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("id", id.id())
                .query(new RecordRows<>(Receipt.class))
                .optional()
                .orElseThrow(() -> new NotFound("recognition.unknown-receipt"));
    }

    /** What left a receipt, by the serials; whoever asks has made sure that it may be seen. */
    public List<Outgoing> outgoings(Receipt receipt) {
        return jdbc.sql("""
                        select lower(o.serials) as first, upper(o.serials) - 1 as last, o.kind, o.happened_on, o.paper, o.why,
                            taker.name as taker, m.id as member_id, m.full_name as member
                        from recognition.outgoing o
                        left join member.member m on m.id = o.member_id
                        left join recognition.receipt t on t.from_outgoing = o.id and o.kind <> 'ISSUED'
                        left join lateral (select name from organisation.organisation_version
                            where organisation_id = t.organisation_id
                            order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) taker on true
                        where o.receipt_id = :id order by o.serials
                        """)
                .param("id", receipt.id())
                .param("asAt", businessDay.today())
                .query(new RecordRows<>(Outgoing.class))
                .list();
    }

    /** Where a serial lies that has not gone out yet. */
    Optional<Holding> holding(String kind, String serial, Scope scope) {
        return Serials.of(serial, serial)
                .flatMap(meant -> jdbc.sql("""
                        select s.id as receipt, cast(:number as bigint) as number from recognition.stock s
                        where s.kind = :kind and s.series = :series and s.digits = :digits
                        and s.free @> cast(:number as bigint) and %s
                        """.formatted(scope.reach("s.organisation_id")))
                        .params(scope.params(businessDay.today()))
                        .param("kind", kind)
                        .param("series", meant.series())
                        .param("digits", meant.digits())
                        .param("number", meant.first())
                        .query(new RecordRows<>(Holding.class))
                        .optional());
    }

    private static String order(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        return switch (sort.split(",", 2)[0]) {
            case "kind" -> "s.kind" + direction + ", s.series, s.serials";
            case "serial" -> "s.series%1$s, s.serials%1$s, s.kind".formatted(direction);
            case "left" -> "s.left_over" + direction + ", s.kind, s.serials";
            default -> "s.received_on" + direction + ", s.kind, s.series, s.serials";
        };
    }

    private static String condition(StockFilter filter, Scope scope) {
        return scope.reach("s.organisation_id")
                + (filter.kind() == null ? "" : " and s.kind = :kind")
                + (filter.organisation() == null ? "" : " and s.organisation_id = :organisation");
    }

    /**
     * Serials that came in together, and what became of them.
     *
     * @param source how they came in: from outside, from above, from below, or back from who they were issued to
     * @param giver the organisation that they came from
     */
    public record Receipt(
            UUID id,
            UUID organisationId,
            String organisation,
            String kind,
            String series,
            long first,
            long last,
            int digits,
            LocalDate receivedOn,
            String paper,
            String source,
            @Nullable String giver,
            long received,
            long issued,
            long spoilt,
            long handedDown,
            long sentBack,
            long corrected,
            long leftOver) {
        /** Whether it came from outside the register. */
        public boolean isFromOutside() {
            return source.equals("OUTSIDE");
        }

        /** A serial as it stands on the thing. */
        public String serial(long number) {
            return series + ("%0" + digits + "d").formatted(number);
        }
    }

    /**
     * Serials that left a receipt.
     *
     * @param taker the organisation that they went to
     */
    public record Outgoing(
            long first,
            long last,
            Stock.Going kind,
            LocalDate happenedOn,
            String paper,
            @Nullable String why,
            @Nullable String taker,
            @Nullable UUID memberId,
            @Nullable String member) {}

    /** Where a serial lies. */
    record Holding(UUID receipt, long number) {}
}

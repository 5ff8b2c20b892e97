package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;

/** The stock to read: receipts with what became of them, and the balance of each kind. */
@Service
public class StockList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("received", "kind", "serial", "left");
    /** The latest first. */
    public static final String STANDARD_ORDER = "received,desc";

    private static final String RECEIPTS = """
            select s.id, s.organisation_id, o.name as organisation, s.kind, s.series, lower(s.serials) as first,
                upper(s.serials) - 1 as last, s.digits, s.received_on, s.paper, s.received, s.issued, s.spoilt, s.sent_back,
                s.left_over
            from recognition.stock s
            join lateral (select name from organisation.organisation_version
                where organisation_id = s.organisation_id
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) o on true
            where %s
            """;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    StockList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of the receipts of the scope; of one kind where it is given. */
    public Listing<Receipt> page(@Nullable String kind, Scope scope, String sort, int page, String here) {
        var total = jdbc.sql("select count(*) from recognition.receipt s where " + condition(kind, scope))
                .params(params(kind, scope))
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = jdbc.sql(select(kind, scope, sort) + " limit %d offset :offset".formatted(Listing.SIZE))
                .params(params(kind, scope))
                .param("offset", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(Receipt.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, here);
    }

    /** All of them, as the database hands them out. */
    public Stream<Receipt> rows(@Nullable String kind, Scope scope, String sort) {
        return jdbc
                .sql(select(kind, scope, sort))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .params(params(kind, scope))
                .query(new RecordRows<>(Receipt.class))
                .stream();
    }

    public Receipt get(ReceiptId id, Scope scope) {
        return jdbc.sql(RECEIPTS.formatted("s.id = :id and " + scope.condition("s.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("id", id.id())
                .query(new RecordRows<>(Receipt.class))
                .optional()
                .orElseThrow(() -> new NotFound("recognition.unknown-receipt"));
    }

    /** The balance of each kind in the scope. */
    public List<Balance> balances(Scope scope) {
        return jdbc.sql("""
                        select s.kind, cast(sum(s.received) as bigint) as received, cast(sum(s.issued) as bigint) as issued,
                            cast(sum(s.spoilt) as bigint) as spoilt, cast(sum(s.sent_back) as bigint) as sent_back,
                            cast(sum(s.left_over) as bigint) as left_over
                        from recognition.stock s join reference.code c on c.list = 'stock-kind' and c.code = s.kind
                        where %s group by s.kind, c.position order by c.position
                        """.formatted(scope.condition("s.organisation_id")))
                .params(scope.params(businessDay.today()))
                .query(new RecordRows<>(Balance.class))
                .list();
    }

    /** What left a receipt, by the serials; whoever asks has made sure that it may be seen. */
    public List<Outgoing> outgoings(Receipt receipt) {
        return jdbc.sql("""
                        select lower(o.serials) as first, upper(o.serials) - 1 as last, o.kind, o.happened_on, o.paper,
                            o.recorded_by
                        from recognition.outgoing o where o.receipt_id = :id order by o.serials
                        """)
                .param("id", receipt.id())
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
                        """.formatted(scope.condition("s.organisation_id")))
                        .params(scope.params(businessDay.today()))
                        .param("kind", kind)
                        .param("series", meant.series())
                        .param("digits", meant.digits())
                        .param("number", meant.first())
                        .query(new RecordRows<>(Holding.class))
                        .optional());
    }

    private static String select(@Nullable String kind, Scope scope, String sort) {
        return RECEIPTS.formatted(condition(kind, scope)) + " order by " + order(sort);
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

    private static String condition(@Nullable String kind, Scope scope) {
        return scope.condition("s.organisation_id") + (kind == null ? "" : " and s.kind = :kind");
    }

    private Map<String, Object> params(@Nullable String kind, Scope scope) {
        var params = new HashMap<>(scope.params(businessDay.today()));
        if (kind != null) {
            params.put("kind", kind);
        }
        return params;
    }

    /** Serials that came in together, and what became of them. */
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
            long received,
            long issued,
            long spoilt,
            long sentBack,
            long leftOver) {
        /** A serial as it stands on the thing. */
        public String serial(long number) {
            return series + ("%0" + digits + "d").formatted(number);
        }
    }

    /** What became of a kind: received = issued + spoilt + sent back + left over. */
    public record Balance(String kind, long received, long issued, long spoilt, long sentBack, long leftOver) {}

    /** Serials that left a receipt. */
    public record Outgoing(
            long first, long last, Stock.Going kind, LocalDate happenedOn, String paper, String recordedBy) {}

    /** Where a serial lies. */
    record Holding(UUID receipt, long number) {}
}

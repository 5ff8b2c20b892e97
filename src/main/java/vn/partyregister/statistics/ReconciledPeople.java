package vn.partyregister.statistics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.statistics.Reconciliation.Side;

/** The people who explain the difference between a committee and the one above it, each with the entry behind it. */
@Service
public class ReconciledPeople {
    private final JdbcClient jdbc;

    ReconciledPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The address of those whom only one side counts. */
    public static String address(Reconciliation of, Side side) {
        return UriComponentsBuilder.fromPath(
                        "/reconciliations/" + of.organisation().id() + "/people")
                .queryParam("on", of.on())
                .queryParam("side", side)
                .toUriString();
    }

    /** A page of those whom only one side counts. */
    public Listing<RestatedRow> page(
            Reconciliation of, Side side, Scope scope, LocalDate today, String sort, int page) {
        var ids = ids(of, side);
        var shown = Math.min(page, (int) Math.max(1, Math.ceilDiv((long) ids.size(), Listing.SIZE)));
        var found = jdbc.sql(sql(scope, sort) + " limit :size offset :offset")
                .params(params(of, ids, scope, today))
                .param("size", Listing.SIZE)
                .param("offset", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(RestatedRow.class))
                .list();
        return new Listing<>(found, shown, Listing.SIZE, ids.size(), sort, address(of, side));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<RestatedRow> stream(Reconciliation of, Side side, Scope scope, LocalDate today, String sort) {
        return jdbc
                .sql(sql(scope, sort))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .params(params(of, ids(of, side), scope, today))
                .query(new RecordRows<>(RestatedRow.class))
                .stream();
    }

    private static String sql(Scope scope, String sort) {
        return RestatedList.among(":members")
                + RestatedList.TOLD.formatted(RestatedList.opens(scope), RestatedList.order(sort));
    }

    private static List<UUID> ids(Reconciliation of, Side side) {
        return side == Side.OWN ? of.shown().onlyOwn() : of.shown().onlyAbove();
    }

    private static Map<String, Object> params(Reconciliation of, List<UUID> ids, Scope scope, LocalDate today) {
        var params = new HashMap<String, Object>(scope.params(today));
        params.put("members", ids.toArray(UUID[]::new));
        params.put("to", of.on());
        params.put("today", today);
        params.put("zone", BusinessDay.ZONE.getId());
        params.put("since", since(of));
        return params;
    }

    /** The earlier of both closings: what was recorded after it made the difference. */
    private static OffsetDateTime since(Reconciliation of) {
        return Stream.of(Optional.ofNullable(of.ownClosing()), Optional.ofNullable(of.aboveClosing()))
                .flatMap(Optional::stream)
                .map(closing -> closing.closedAt().atZone(BusinessDay.ZONE).toOffsetDateTime())
                .min(OffsetDateTime::compareTo)
                .orElse(OffsetDateTime.parse("1900-01-01T00:00:00Z"));
    }
}

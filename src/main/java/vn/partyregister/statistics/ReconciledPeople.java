package vn.partyregister.statistics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;
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
        return query(of, ids, scope, today, sort).page(jdbc, ids.size(), page, sort, address(of, side));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<RestatedRow> stream(Reconciliation of, Side side, Scope scope, LocalDate today, String sort) {
        return query(of, ids(of, side), scope, today, sort).all(jdbc);
    }

    private static ListQuery<RestatedRow> query(
            Reconciliation of, List<UUID> ids, Scope scope, LocalDate today, String sort) {
        return ListQuery.of(
                        RestatedRow.class,
                        RestatedList.among(":members") + RestatedList.TOLD.formatted(RestatedList.opens(scope)))
                .ordered(RestatedList.order(sort))
                .with(scope.params(today))
                .with("members", ids.toArray(UUID[]::new))
                .with("to", of.on())
                .with("today", today)
                .with("zone", BusinessDay.ZONE.getId())
                .with("since", since(of));
    }

    private static List<UUID> ids(Reconciliation of, Side side) {
        return side == Side.OWN ? of.shown().onlyOwn() : of.shown().onlyAbove();
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

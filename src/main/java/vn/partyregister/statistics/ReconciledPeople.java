package vn.partyregister.statistics;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.partyregister.member.MemberId;
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

    /** The same, whose name has a part. */
    private static String address(Reconciliation of, Side side, @Nullable String q) {
        return address(of, side) + (q == null ? "" : "&q=" + UriUtils.encode(q, StandardCharsets.UTF_8));
    }

    /** The address of those whom only one side counts. */
    public static String address(Reconciliation of, Side side) {
        return UriComponentsBuilder.fromPath(
                        "/reconciliations/" + of.organisation().id() + "/people")
                .queryParam("on", of.on())
                .queryParam("side", side)
                .toUriString();
    }

    /**
     * A page of those whom only one side counts.
     *
     * @param q part of the name
     */
    public Listing<RestatedRow> page(
            Reconciliation of, Side side, @Nullable String q, Scope scope, LocalDate today, String sort, int page) {
        return query(of, side, q, scope, today, sort).page(jdbc, page, sort, address(of, side, q));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<RestatedRow> stream(
            Reconciliation of, Side side, @Nullable String q, Scope scope, LocalDate today, String sort) {
        return query(of, side, q, scope, today, sort).all(jdbc);
    }

    private static ListQuery<RestatedRow> query(
            Reconciliation of, Side side, @Nullable String q, Scope scope, LocalDate today, String sort) {
        var among = RestatedList.among(":members");
        return ListQuery.of(
                        RestatedRow.class,
                        among + RestatedList.TOLD.formatted(RestatedList.opens(scope)) + RestatedList.sought(q))
                .counted(among + RestatedList.COUNTED + RestatedList.sought(q))
                .ordered(RestatedList.order(sort))
                .with(scope.params(today))
                .with("members", members(of, side).stream().map(MemberId::id).toArray(UUID[]::new))
                .with("to", of.on())
                .with("today", today)
                .with("zone", BusinessDay.ZONE.getId())
                .with("since", since(of))
                .seeking(q);
    }

    private static List<MemberId> members(Reconciliation of, Side side) {
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

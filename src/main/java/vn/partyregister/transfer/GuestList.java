package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** Guests of the organisations of a scope, and what was said of each. */
@Service
public class GuestList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "home", "organisation", "from", "to", "ended");
    /** Whose stay is over first comes first. */
    public static final String STANDARD_ORDER = "to,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "split_part(g.full_name, ' ', -1) collate \"vi-x-icu\" %1$s, g.full_name collate \"vi-x-icu\" %1$s",
            "home", "g.home collate organisation.by_name %1$s",
            "organisation", "o.name collate organisation.by_name %1$s",
            "from", "g.arrived_on %1$s",
            "to", "g.until_on %1$s",
            "ended", "g.ended_on %1$s nulls last");

    private static final String FROM = """
            from transfer.guest g
            join organisation.decision d on d.id = g.letter_id
            left join lateral (select v.name from organisation.organisation_version v
                where v.organisation_id = g.organisation_id
                order by v.valid @> cast(:asAt as date) desc, lower(v.valid) desc limit 1) o on true
            where\s""";

    private static final String ROWS = """
            select g.id, g.full_name, g.born_earliest, g.born_precision, g.card_number, g.joined_on, g.official_on, g.home,
                g.organisation_id, coalesce(o.name, '') as organisation, g.ground, d.number as letter_number,
                d.issued_on as letter_issued_on, d.issuer_name as letter_issuer, g.arrived_on, g.until_on, g.ended_on,
                (select count(*) from transfer.extension e where e.guest_id = g.id) as extensions,
                g.ended_on is null and g.until_on < cast(:asAt as date) as overdue
            """;

    private final JdbcClient jdbc;

    GuestList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the list; a page behind the last is the last. */
    public Listing<Guest> page(GuestFilter filter, Scope scope, LocalDate today, String sort, int page) {
        return query(filter, scope, today, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<Guest> all(GuestFilter filter, Scope scope, LocalDate today, String sort) {
        return query(filter, scope, today, sort).all(jdbc);
    }

    /** One of them; out of the scope there is none. */
    public Guest get(GuestId id, Scope scope, LocalDate today) {
        return jdbc.sql(ROWS + FROM + "g.id = :id and " + scope.condition("g.organisation_id"))
                .params(scope.params(today))
                .param("id", id.id())
                .query(new RecordRows<>(Guest.class))
                .optional()
                .orElseThrow(() -> new NotFound("transfer.guest.unknown"));
    }

    /** How a stay was extended, the latest first. */
    public List<Extension> extensions(GuestId id) {
        return extensions("e.guest_id = :id", id.id());
    }

    /** How the stays of a member of the register elsewhere were extended, those that were withdrawn left out. */
    public List<Extension> extensions(MemberId member) {
        return extensions("""
                e.fact_id in (select f.id from membership.dated_fact f where f.member_id = :id and f.withdrawn_at is null)\
                """, member.id());
    }

    private List<Extension> extensions(String whose, UUID id) {
        return jdbc.sql("""
                        select e.until_before, e.until_on, d.number, d.issued_on as decided_on, d.issuer_name as issuer, e.recorded_by
                        from transfer.extension e join organisation.decision d on d.id = e.decision_id
                        where %s order by e.until_on desc
                        """.formatted(whose))
                .param("id", id)
                .query(new RecordRows<>(Extension.class))
                .list();
    }

    private static ListQuery<Guest> query(GuestFilter filter, Scope scope, LocalDate today, String sort) {
        var from = FROM + where(filter, scope);
        return ListQuery.of(Guest.class, ROWS + from)
                .counted("select count(*) " + from)
                .ordered(COLUMNS, sort, "g.arrived_on, g.id")
                .with(scope.params(today))
                .seeking(filter.q())
                .with("organisation", filter.organisation());
    }

    private static String where(GuestFilter filter, Scope scope) {
        return String.join(
                " and ",
                scope.condition("g.organisation_id"),
                filter.shown().condition(),
                filter.q() == null ? "true" : "platform.folded(g.full_name) like :q",
                filter.organisation() == null ? "true" : Scope.below("g.organisation_id", ":asAt"));
    }
}

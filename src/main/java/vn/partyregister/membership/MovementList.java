package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;

/** The entries of the journal, of a scope: who came to it, left it or changed in it, on the day it happened. */
@Service
public class MovementList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("day", "name", "kind", "number");
    /** The latest first. */
    public static final String STANDARD_ORDER = "day,desc";

    private static final Map<String, String> COLUMNS = Map.of(
            "day", "t.effective_on %1$s, t.recorded %1$s",
            "name", "m.given_name %1$s, m.middle_name %1$s, m.family_name %1$s",
            "kind", "t.kind %1$s, t.effective_on",
            "number", "d.type %1$s, length(d.running) %1$s, d.running %1$s");

    /** Names are looked up for the rows that are shown, after they were ordered. */
    private static final String ROWS =
            """
            select t.member_id, m.full_name, t.kind, t.again, t.effective_on,
                   %s as from_name, %s as to_name, t.elsewhere, t.ground,
                   d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer, back.reason as taken_back_why
            """.formatted(name("t.from_organisation_id"), name("coalesce(t.to_organisation_id, s.organisation_id)"));

    private final JdbcClient jdbc;

    MovementList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Listing<MovementRow> page(MovementFilter filter, Scope scope, LocalDate today, String sort, int page) {
        return query(filter, scope, today, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<MovementRow> all(MovementFilter filter, Scope scope, LocalDate today, String sort) {
        return query(filter, scope, today, sort).all(jdbc);
    }

    private static ListQuery<MovementRow> query(MovementFilter filter, Scope scope, LocalDate today, String sort) {
        var from = from(scope, filter);
        return ListQuery.of(MovementRow.class, ROWS + from)
                .counted("select count(*) " + from)
                .ordered(COLUMNS, sort, "t.id")
                .with(scope.params(today))
                .with("kind", filter.kind())
                .with("from", filter.from())
                .with("to", filter.to())
                .with("organisation", filter.organisation())
                .with("number", filter.number());
    }

    private static String name(String organisation) {
        return """
                (select v.name from organisation.organisation_version v where v.organisation_id = %s
                 order by v.valid @> t.effective_on desc, lower(v.valid) desc limit 1)\
                """.formatted(organisation);
    }

    /** A recognition names no organisation: it happens where the member stands. */
    private static String from(Scope scope, MovementFilter filter) {
        return """
                from membership.movement t
                left join membership.movement back on back.reverses = t.id
                join member.member m on m.id = t.member_id
                left join membership.standing s on t.kind = 'RECOGNISED' and s.member_id = t.member_id
                    and s.valid @> t.effective_on
                left join organisation.decision d on d.id = t.decision_id
                where t.reverses is null and %9$s and (%1$s or %2$s or %3$s) and %4$s and %5$s and %6$s and %7$s and %8$s\
                """.formatted(
                        scope.condition("t.to_organisation_id", "t.effective_on"),
                        scope.condition("t.from_organisation_id", "t.effective_on - 1"),
                        scope.condition("s.organisation_id", "t.effective_on"),
                        filter.kind() == null ? "t.kind <> 'OPENING'" : "t.kind = :kind",
                        filter.from() == null ? "true" : "t.effective_on >= :from",
                        filter.to() == null ? "true" : "t.effective_on <= :to",
                        filter.organisation() == null ? "true" : below(),
                        filter.number() == null ? "true" : """
                                d.running = organisation.running_number(:number)
                                and (:number !~ '[-/]' or d.type = organisation.type_in_number(:number))""",
                        held(filter));
    }

    private static String held(MovementFilter filter) {
        return switch (filter.entries()) {
            case null -> "back.id is null";
            case ALL -> "true";
            case TAKEN_BACK -> "back.id is not null";
        };
    }

    private static String below() {
        return "(" + Scope.below("t.to_organisation_id", "t.effective_on")
                + " or " + Scope.below("t.from_organisation_id", "t.effective_on - 1")
                + " or " + Scope.below("s.organisation_id", "t.effective_on") + ")";
    }
}

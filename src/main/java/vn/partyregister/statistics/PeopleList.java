package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;
import vn.partyregister.transfer.InTransit;

/**
 * The people behind a figure of form 1, found by the very expressions that count them. Whoever may ask for the form of an
 * organisation sees who came into it and who left it, wherever they are now; the files of those elsewhere stay closed.
 */
@Service
public class PeopleList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = PeopleOrder.KEYS;
    /** The order of the given names. */
    public static final String STANDARD_ORDER = "name,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "day", "l.day%1$s nulls last, l.recorded%1$s",
            "kind", "l.kind%1$s nulls last, l.day",
            "before", "before.name collate \"vi-x-icu\"%1$s nulls last",
            "after", "after.name collate \"vi-x-icu\"%1$s nulls last",
            "decision", "d.number%1$s nulls last, d.issued_on%1$s");

    private static final String SOUGHT = "join member.member m on m.id = l.member_id where m.names_folded like :q";

    private final FormRows rows;
    private final JdbcClient jdbc;

    PeopleList(FormRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** A page of them, and how many there are. A page behind the last is the last. */
    public Listing<PeopleRow> page(People people, Scope scope, LocalDate today, String sort, int page) {
        return query(people, scope, today, sort).page(jdbc, page, sort, people.address(""));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<PeopleRow> stream(People people, Scope scope, LocalDate today, String sort) {
        return query(people, scope, today, sort).all(jdbc);
    }

    private ListQuery<PeopleRow> query(People people, Scope scope, LocalDate today, String sort) {
        var lines = lines(people, scope);
        return ListQuery.of(PeopleRow.class, rows(people, lines, scope))
                .counted(lines.sql() + " select count(*) from line l " + (people.q() == null ? "" : SOUGHT))
                .ordered(PeopleOrder.by(sort, COLUMNS, "l.day, l.recorded"))
                .with(scope.params(people.period().to()))
                .with(lines.params())
                .with("organisation", people.organisation().id())
                .with("today", today)
                .with("child", people.child() == null ? null : people.child().id())
                .seeking(people.q());
    }

    /** What the list is called: the row's label, or nothing for a column of the parts. */
    public Optional<FormRow> row(People people) {
        return rows.of(Form1.FORM, people.period().to()).stream()
                .filter(row -> row.code().equals(people.row()))
                .findFirst();
    }

    private Lines lines(People people, Scope scope) {
        if (people.row().equals(People.IN_TRANSIT)) {
            return standing(people, Flow.CLOSING, InTransit.on("s.member_id", ":day"), scope);
        }
        var row = row(people);
        var side = row.map(FormRow::side).orElseGet(() -> Flow.valueOf(people.row()));
        var codes = row.filter(asked -> asked.whole() != null)
                .map(asked -> leaves(asked, rows.of(Form1.FORM, people.period().to())))
                .orElse(List.of());
        return switch (side) {
            case OPENING, CLOSING -> standing(people, side, "true", scope);
            case IN, OUT, INNER_IN, INNER_OUT -> flowing(people, side, codes, scope);
        };
    }

    /** The rows without parts that a row sums up; itself where it has none. */
    private static List<String> leaves(FormRow row, List<FormRow> form) {
        var parts = form.stream()
                .filter(part -> row.code().equals(part.whole()) && part.sums())
                .toList();
        return parts.isEmpty()
                ? List.of(row.code())
                : parts.stream().flatMap(part -> leaves(part, form).stream()).toList();
    }

    private static Lines standing(People people, Flow side, String narrower, Scope scope) {
        var day = side == Flow.OPENING ? people.period().eve() : people.period().to();
        var sql = Flows.STANDING
                + """
                , line as (
                    select 0 as recorded, s.member_id, null as kind, cast(null as date) as day, cast(null as uuid) as before_id,
                        cast(null as date) as before_on, s.organisation_id as after_id, cast(:day as date) as after_on,
                        cast(null as uuid) as decision_id
                    %s and %s and %s and %s)
                """.formatted(
                                Flows.STANDS,
                                narrower,
                                people.child() == null ? "true" : "p.part = :child",
                                scope.condition(":organisation"));
        return new Lines(sql, Map.of("day", day));
    }

    private static Lines flowing(People people, Flow side, List<String> codes, Scope scope) {
        var inner = side == Flow.INNER_IN || side == Flow.INNER_OUT;
        var leaves = side == Flow.OUT || side == Flow.INNER_OUT;
        var sql = Flows.FLOW
                + """
                , line as (
                    select f.recorded, f.member_id, f.kind, f.day, f.before_id, f.before_on, f.after_id, f.day as after_on,
                        f.decision_id
                    from flow f where f.side = :side and %s and %s and %s)
                """.formatted(
                        people.child() == null ? "true" : leaves ? "f.was_part = :child" : "f.now_part = :child",
                        codes.isEmpty()
                                ? "true"
                                : "exists (select from statistics.form_row_source r where r.code in (:codes) and %s)"
                                        .formatted(Flows.COUNTED_BY),
                        scope.condition(":organisation"));
        var params = new HashMap<String, Object>(FlowCounts.params(people.organisation(), people.period()));
        params.put("side", inner ? "INNER" : side.name());
        if (!codes.isEmpty()) {
            params.put("codes", codes);
            params.put("form", Form1.FORM);
        }
        return new Lines(sql, params);
    }

    private static String rows(People people, Lines lines, Scope scope) {
        return lines.sql()
                + """
                select m.id, m.full_name, m.sex, m.born_earliest, m.born_precision, l.kind, l.day,
                    before.name as before, after.name as after, d.number as decision, d.issued_on as decided_on,
                    coalesce(%s, false) as opens
                from line l
                join member.member m on m.id = l.member_id
                left join lateral (select v.name from organisation.organisation_version v
                    where v.organisation_id = l.before_id and v.valid @> l.before_on) before on true
                left join lateral (select v.name from organisation.organisation_version v
                    where v.organisation_id = l.after_id and v.valid @> l.after_on) after on true
                left join organisation.decision d on d.id = l.decision_id
                left join lateral (
                    select s.organisation_id, coalesce(least(upper(s.valid) - 1, :today), :today) as seen_on
                    from membership.standing s where s.member_id = m.id and lower(s.valid) <= :today
                    order by lower(s.valid) desc limit 1) last on true
                where %s\
                """.formatted(
                                scope.condition("last.organisation_id", "last.seen_on"),
                                people.q() == null ? "true" : "m.names_folded like :q");
    }

    /**
     * The lines of a list as SQL.
     *
     * @param sql common table expressions, of which {@code line} is the last
     */
    private record Lines(String sql, Map<String, Object> params) {}
}

package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;

/**
 * The people behind a figure of form 2 or 2B, found by the very expressions that count them. Whoever may ask for the form of
 * an organisation sees who was admitted there; the files of those who are elsewhere now stay closed.
 */
@Service
public class AdmittedPeopleList {
    private static final Map<String, String> COLUMNS = Map.of(
            "day", "h.day%1$s, h.recorded%1$s",
            "kind", "h.day, h.recorded",
            "before", "h.day, h.recorded",
            "after", "o.name collate \"vi-x-icu\"%1$s nulls last",
            "decision", "d.number%1$s nulls last, d.issued_on%1$s");

    private final JdbcClient jdbc;

    AdmittedPeopleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of them, and how many there are. A page behind the last is the last. */
    public Listing<PeopleRow> page(AdmittedPeople people, Scope scope, LocalDate today, String sort, int page) {
        return query(people, scope, today, sort).page(jdbc, page, sort, people.address(""));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<PeopleRow> stream(AdmittedPeople people, Scope scope, LocalDate today, String sort) {
        return query(people, scope, today, sort).all(jdbc);
    }

    private static ListQuery<PeopleRow> query(AdmittedPeople people, Scope scope, LocalDate today, String sort) {
        return ListQuery.of(PeopleRow.class, rows(people, scope))
                .counted("select count(*) from %s where %s".formatted(Admitted.FROM, which(people, scope)))
                .ordered(PeopleOrder.by(sort, COLUMNS, "h.day, h.recorded"))
                .with(scope.params(people.period().to()))
                .with(Admitted.params(people.kind().form(), people.organisation(), people.period()))
                .with("row", people.row())
                .with("today", today)
                .seeking(people.q());
    }

    private static String which(AdmittedPeople people, Scope scope) {
        return """
                exists (select from statistics.admitted_group r where r.code = :row and %s) and %s and %s and %s\
                """.formatted(
                        Admitted.COUNTED_BY,
                        people.women() ? "m.sex = 'FEMALE'" : "true",
                        people.q() == null ? "true" : "m.names_folded like :q",
                        scope.condition(":organisation"));
    }

    private static String rows(AdmittedPeople people, Scope scope) {
        return """
                select m.id, m.full_name, m.sex, m.born_earliest, m.born_precision, 'ADMITTED' as kind, h.day,
                    cast(null as text) as before, o.name as after, d.number as decision, d.issued_on as decided_on,
                    coalesce(%s, false) as opens
                from %s
                left join organisation.organisation_version o on o.organisation_id = h.place and o.valid @> h.day
                left join organisation.decision d on d.id = h.decision_id
                left join lateral (
                    select s.organisation_id, coalesce(least(upper(s.valid) - 1, :today), :today) as seen_on
                    from membership.standing s where s.member_id = m.id and lower(s.valid) <= :today
                    order by lower(s.valid) desc limit 1) last on true
                where %s\
                """.formatted(
                        scope.condition("last.organisation_id", "last.seen_on"), Admitted.FROM, which(people, scope));
    }
}

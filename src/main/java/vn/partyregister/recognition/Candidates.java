package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/**
 * Who comes to a badge by a day of award, months ahead, each with the reason: set-based, over all official members of a
 * scope.
 */
@Service
public class Candidates {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "organisation", "full", "years");
    /** By the level, the highest first. */
    public static final String STANDARD_ORDER = "years,desc";

    /**
     * {@code judged}: each official member with the level they have come to by {@code :day} and do not hold, else with the
     * next one that is full by {@code :next}. Who can reach no level yet is left out before anything is computed.
     */
    static final String JUDGED = """
            with level as materialized (
                select r.scope as code, cast(r.value as integer) as years from reference.rule r
                where r.key = 'badge-level' and r.valid @> cast(:day as date)
            ), held as materialized (
                select member_id, max(years) as years from member.badge group by member_id
            ), obstacle as materialized (
                select o.member_id, min(o.what) as what, bool_or(r.value = 'BARS') as bars
                from (select member_id, kind as what from membership.dated_fact
                      where withdrawn_at is null and valid @> cast(:asAt as date)
                      union all
                      select member_id, 'DISCIPLINE' from member.discipline where side = 'PARTY' and ended_on is null) o
                join reference.rule r on r.key = 'badge-obstacle' and r.scope = o.what and r.valid @> cast(:asAt as date)
                group by o.member_id
            ), judged as (
                select a.member_id as id, s.organisation_id, a.begins, a.left_out, l.code as level, l.years, l.full_on,
                    case when l.full_on > cast(:day as date) then 'NOT_YET'
                        when l.full_on > cast(:previous as date) then 'DUE' else 'EARLIER' end as reason,
                    h.years as held, o.what as obstacle, coalesce(o.bars, false) as barred
                from membership.party_age(cast(:day as date)) a
                join membership.standing s on s.member_id = a.member_id and s.valid @> cast(:asAt as date)
                    and s.status = 'OFFICIAL'
                left join held h on h.member_id = a.member_id
                cross join lateral (
                    select l.code, l.years, f.full_on from level l
                    cross join lateral (
                        select cast(a.counted_from + make_interval(years => l.years) as date) as full_on) f
                    where l.years > coalesce(h.years, 0) and f.full_on <= cast(:next as date)
                    order by f.full_on <= cast(:day as date) desc,
                        case when f.full_on <= cast(:day as date) then -l.years else l.years end limit 1) l
                left join obstacle o on o.member_id = a.member_id
                where a.counted_from <= cast(:next as date) + 1 - make_interval(years => (select min(years) from level))
                and %s
            )
            """;

    private final JdbcClient jdbc;
    private final AwardDays days;

    Candidates(JdbcClient jdbc, AwardDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** A page of the list. A page behind the last is the last. */
    public Listing<Candidate> page(
            CandidateFilter filter, Scope scope, LocalDate today, String sort, int page, Figures figures, String here) {
        return query(filter, scope, today, sort)
                .page(jdbc, figures.of(filter.reason(), filter.years()), page, sort, here);
    }

    /** All rows of the list, as the database hands them out. */
    public Stream<Candidate> rows(CandidateFilter filter, Scope scope, LocalDate today, String sort) {
        return query(filter, scope, today, sort).all(jdbc);
    }

    private ListQuery<Candidate> query(CandidateFilter filter, Scope scope, LocalDate today, String sort) {
        return ListQuery.of(Candidate.class, select(filter, scope))
                .ordered(order(sort))
                .with(params(filter, scope, today));
    }

    /** How many there are of each reason and level, whatever the list is narrowed to of them. */
    public Figures figures(CandidateFilter filter, Scope scope, LocalDate today) {
        return new Figures(jdbc.sql((JUDGED
                                + "select reason, years, count(*) as people from judged group by reason, years order by years")
                        .formatted(condition(filter, scope)))
                .params(params(filter.by(null).of(null), scope, today))
                .query(new RecordRows<>(Figure.class))
                .list());
    }

    Map<String, Object> params(CandidateFilter filter, Scope scope, LocalDate today) {
        var params = new HashMap<>(scope.params(today));
        params.put("day", filter.day());
        params.put("previous", days.before(filter.day()));
        params.put("next", days.after(filter.day()));
        if (filter.organisation() != null) {
            params.put("organisation", filter.organisation());
        }
        if (filter.reason() != null) {
            params.put("reason", filter.reason().name());
        }
        if (filter.years() != null) {
            params.put("years", filter.years());
        }
        return params;
    }

    static String condition(CandidateFilter filter, Scope scope) {
        return scope.condition("s.organisation_id")
                + (filter.organisation() == null ? "" : " and " + Scope.below("s.organisation_id", ":asAt"));
    }

    private static String select(CandidateFilter filter, Scope scope) {
        return JUDGED.formatted(condition(filter, scope))
                + """
                select j.*, m.full_name, o.name as organisation, case m.born_precision
                    when 'YEAR' then to_char(m.born_earliest, 'YYYY') when 'MONTH' then to_char(m.born_earliest, 'MM/YYYY')
                    else to_char(m.born_earliest, 'DD/MM/YYYY') end as born
                from judged j
                join member.member m on m.id = j.id
                left join organisation.organisation_version o
                    on o.organisation_id = j.organisation_id and o.valid @> cast(:asAt as date)
                where %s and %s
                """.formatted(
                                filter.reason() == null ? "true" : "j.reason = :reason",
                                filter.years() == null ? "true" : "j.years = :years");
    }

    private static String order(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        var name = "m.given_name%1$s, m.middle_name%1$s, m.family_name%1$s, m.id".formatted(direction);
        return switch (sort.split(",", 2)[0]) {
            case "name" -> name;
            case "organisation" -> "o.name collate organisation.by_name" + direction + ", " + name;
            case "full" -> "j.full_on" + direction + ", " + name;
            default -> "j.years" + direction + ", j.full_on, m.given_name, m.middle_name, m.family_name, m.id";
        };
    }

    /** How many there are of a reason and a level. */
    public record Figure(Reason reason, int years, long people) {}

    /** All of them. */
    public record Figures(List<Figure> all) {
        public Figures {
            all = List.copyOf(all);
        }

        /** How many of a reason and a level; of any where null. */
        public long of(@Nullable Reason reason, @Nullable Integer years) {
            return all.stream()
                    .filter(one -> reason == null || one.reason() == reason)
                    .filter(one -> years == null || one.years() == years)
                    .mapToLong(Figure::people)
                    .sum();
        }

        /** The levels there are, the lowest first. */
        public List<Integer> levels() {
            return all.stream().map(Figure::years).distinct().sorted().toList();
        }
    }
}

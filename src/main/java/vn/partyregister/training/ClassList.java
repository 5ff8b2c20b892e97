package vn.partyregister.training;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/**
 * Classes with their counts, by the tree of the day on which each began. Whoever is responsible for the place that sent
 * some of those who attend sees the class with these.
 */
@Service
public class ClassList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS =
            List.of("from", "name", "organiser", "people", "finished", "certified");

    public static final String STANDARD_ORDER = "from,desc";

    private static final Map<String, String> COLUMNS = Map.of(
            "from", "from_on %1$s",
            "name", "name collate organisation.by_name %1$s",
            "organiser", "organiser collate organisation.by_name %1$s",
            "people", "people %1$s",
            "finished", "finished %1$s",
            "certified", "certified %1$s");

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    ClassList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of the list, and how many there are. A page behind the last is the last. */
    public Listing<ClassRow> page(ClassFilter filter, Scope scope, String sort, int page) {
        return query(filter, scope, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<ClassRow> stream(ClassFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<ClassRow> query(ClassFilter filter, Scope scope, String sort) {
        var which = which(filter, scope);
        return ListQuery.of(ClassRow.class, "select * from (%s) listed".formatted(rows(scope, which)))
                .counted("select count(*) from training.class c where " + which)
                .ordered(COLUMNS, sort, "from_on desc, id")
                .with(scope.params(businessDay.today()))
                .with("today", businessDay.today())
                .seeking(filter.q())
                .with("organisation", filter.organisation())
                .with("kind", filter.kind())
                .with("audience", filter.audience())
                .with("from", filter.from())
                .with("to", filter.to());
    }

    /** One class; out of the scope there is none. */
    public ClassRow get(TrainingClassId id, Scope scope) {
        return jdbc.sql(rows(scope, "c.id = :class and " + seen(scope)))
                .params(scope.params(businessDay.today()))
                .param("today", businessDay.today())
                .param("class", id.id())
                .query(new RecordRows<>(ClassRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("training.unknown"));
    }

    private static String rows(Scope scope, String which) {
        return """
                select c.id, c.organisation_id as organisation, o.name as organiser, %s as leads, c.kind, c.name, c.audience,
                    c.place, c.from_on, c.to_on, c.expected, c.cancelled_on, c.cancelled_by, c.cancelled_why,
                    case when c.cancelled_on is not null then 'CANCELLED' when c.from_on > :today then 'PLANNED'
                        when c.to_on >= :today then 'RUNNING' else 'ENDED' end as state,
                    n.people, n.finished, n.not_finished, n.certified
                from training.class c
                join lateral (select v.name from organisation.organisation_version v
                    where v.organisation_id = c.organisation_id
                    order by v.valid @> c.from_on desc, lower(v.valid) desc limit 1) o on true
                cross join lateral (
                    select count(*) as people, count(*) filter (where p.outcome = 'FINISHED') as finished,
                        count(*) filter (where p.outcome = 'NOT_FINISHED') as not_finished,
                        count(p.certificate_id) as certified
                    from training.attendance p where p.class_id = c.id and (%s or %s)) n
                where %s\
                """.formatted(leads(scope), leads(scope), scope.condition("p.organisation_id", "p.seen_on"), which);
    }

    static String leads(Scope scope) {
        return scope.condition("c.organisation_id", "c.from_on");
    }

    private static String seen(Scope scope) {
        return scope.everything()
                ? "true"
                : "(%s or exists (select from training.attendance p where p.class_id = c.id and %s))"
                        .formatted(leads(scope), scope.condition("p.organisation_id", "p.seen_on"));
    }

    private static String which(ClassFilter filter, Scope scope) {
        return String.join(
                " and ",
                seen(scope),
                held(filter.organisation() != null, Boolean.TRUE.equals(filter.own())),
                filter.q() == null ? "true" : "platform.folded(c.name) like :q",
                filter.kind() == null ? "true" : "c.kind = :kind",
                filter.audience() == null ? "true" : "c.audience = :audience",
                filter.from() == null ? "true" : "c.year >= :from",
                filter.to() == null ? "true" : "c.year <= :to",
                filter.state() == null ? "true" : filter.state().condition());
    }

    /** Held by {@code :organisation}, or in its subtree on the day the class began. */
    static String held(boolean narrowed, boolean own) {
        return !narrowed
                ? "true"
                : own ? "c.organisation_id = :organisation" : Scope.below("c.organisation_id", "c.from_on");
    }
}

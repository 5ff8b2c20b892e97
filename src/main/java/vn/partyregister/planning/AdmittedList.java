package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;

/**
 * The people behind a figure of a plan, found by the very expressions that count them. Whoever may ask for the figures of an
 * organisation sees who was admitted there; the files of those who are elsewhere now stay closed.
 */
@Service
public class AdmittedList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS = List.of("name", "day", "organisation");

    public static final String STANDARD_ORDER = "name,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "m.given_name %1$s, m.middle_name %1$s, m.family_name %1$s",
            "day", "h.day %1$s",
            "organisation", "o.name collate organisation.by_name %1$s");

    private final AdmissionCounts counts;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    AdmittedList(AdmissionCounts counts, OrganisationTree tree, BusinessDay businessDay, JdbcClient jdbc) {
        this.counts = counts;
        this.tree = tree;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /** A page of the list, and how many there are. A page behind the last is the last. */
    public Listing<Admitted> page(AdmittedFilter filter, PlanRow plan, Scope scope, String sort, int page) {
        return query(filter, plan, scope, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<Admitted> stream(AdmittedFilter filter, PlanRow plan, Scope scope, String sort) {
        return query(filter, plan, scope, sort).all(jdbc);
    }

    private ListQuery<Admitted> query(AdmittedFilter filter, PlanRow plan, Scope scope, String sort) {
        var today = businessDay.today();
        tree.get(new OrganisationId(filter.organisation()), scope, today);
        var span = filter.before() ? plan.spanBefore(today) : plan.spanTo(today);
        return ListQuery.of(Admitted.class, rows(filter, scope))
                .counted("select count(*) from %s where %s".formatted(AdmissionCounts.ADMITTED, which(filter)))
                .ordered(COLUMNS, sort, "m.given_name, m.middle_name, m.family_name, h.recorded")
                .with(scope.params(today))
                .with(counts.params(filter.organisation(), span));
    }

    private static String which(AdmittedFilter filter) {
        return (filter.own() ? "h.place = :organisation" : "true")
                + " and "
                + (filter.group() == null ? "true" : filter.group().condition());
    }

    private static String rows(AdmittedFilter filter, Scope scope) {
        return """
                select m.id, m.full_name, m.sex, m.born_earliest, m.born_precision, h.day, coalesce(o.name, '') as organisation,
                    coalesce(%s, false) as opens
                from %s
                left join organisation.organisation_version o on o.organisation_id = h.place and o.valid @> h.day
                left join lateral (
                    select s.organisation_id, coalesce(least(upper(s.valid) - 1, :asAt), :asAt) as seen_on
                    from membership.standing s where s.member_id = m.id and lower(s.valid) <= :asAt
                    order by lower(s.valid) desc limit 1) last on true
                where %s\
                """.formatted(
                scope.condition("last.organisation_id", "last.seen_on"), AdmissionCounts.ADMITTED, which(filter));
    }

    /**
     * Somebody who was admitted.
     *
     * @param organisation where
     * @param opens whether the reader may open their file
     */
    public record Admitted(
            UUID id,
            String fullName,
            String sex,
            LocalDate bornEarliest,
            PartialDate.Precision bornPrecision,
            LocalDate day,
            String organisation,
            boolean opens) {
        public PartialDate born() {
            return new PartialDate(bornEarliest, bornPrecision);
        }
    }
}

package vn.partyregister.organisation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.organisation.ReorganisationStore.NumberedStep;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;

/** The list of reorganisations, drafts and others, of a scope. */
@Service
public class ReorganisationList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("day", "name", "state", "changed");
    /** The latest first. */
    public static final String STANDARD_ORDER = "day,desc";

    private static final Map<String, String> COLUMNS = Map.of(
            "day", "r.effective_on %s",
            "name", "r.name collate organisation.by_name %s",
            "state", "r.state %s",
            "changed", "r.changed_at %s");

    private final JdbcClient jdbc;
    private final Reorganisations reorganisations;
    private final OrganisationLists lists;
    private final BusinessDay businessDay;

    ReorganisationList(
            JdbcClient jdbc, Reorganisations reorganisations, OrganisationLists lists, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.reorganisations = reorganisations;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    public Listing<Reorganisation> page(ReorganisationFilter filter, Scope scope, String sort, int page) {
        return query(filter, scope, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<Reorganisation> all(ReorganisationFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<Reorganisation> query(ReorganisationFilter filter, Scope scope, String sort) {
        return ListQuery.of((row, _) -> ReorganisationStore.reorganisation(row), rows(filter, scope))
                .ordered(COLUMNS, sort, "r.id")
                .with(scope.params(businessDay.today()))
                .with("state", filter.state())
                .with("q", filter.q());
    }

    private static String rows(ReorganisationFilter filter, Scope scope) {
        return ReorganisationStore.ROWS
                + " where %s and %s and %s"
                        .formatted(
                                ReorganisationStore.reached(scope),
                                filter.state() == null ? "true" : "r.state = :state",
                                filter.q() == null
                                        ? "true"
                                        : "(platform.folded(r.name) like '%' || platform.folded(:q) || '%'"
                                                + " or platform.folded(r.number) like '%' || platform.folded(:q) || '%')");
    }

    /** The steps of a reorganisation as its page shows them. */
    public List<StepRow> steps(Reorganisation reorganisation) {
        var steps = reorganisations.steps(reorganisation.key());
        var meaning = new Meaning(
                TreeBefore.read(jdbc, reorganisation.effectiveOn()),
                steps.stream().map(NumberedStep::step).toList());
        return steps.stream()
                .map(numbered -> {
                    var step = numbered.step();
                    var begins = step.act().begins();
                    return new StepRow(
                            numbered.number(),
                            step.act(),
                            step.organisation(),
                            begins ? meaning.name(step.source()) : meaning.name(step.organisation()),
                            step.name() == null ? "" : step.name(),
                            lists.type(step.type()),
                            meaning.name(step.target()),
                            step.code() == null ? "" : step.code());
                })
                .toList();
    }

    /** A step by the names of what it speaks of. */
    public record StepRow(
            int number,
            StepAct act,
            OrganisationId id,
            String organisation,
            String name,
            String typeLabel,
            String target,
            String code) {}
}

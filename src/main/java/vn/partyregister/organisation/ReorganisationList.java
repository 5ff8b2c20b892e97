package vn.partyregister.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import vn.partyregister.organisation.ReorganisationStore.NumberedStep;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;

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
        var total = ask("select count(*) from (%s) counted".formatted(rows(filter, scope)), filter, scope)
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = ask(rows(filter, scope) + order(sort) + " limit :size offset :skipped", filter, scope)
                .param("size", Listing.SIZE)
                .param("skipped", (shown - 1L) * Listing.SIZE)
                .query((row, _) -> ReorganisationStore.reorganisation(row))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<Reorganisation> all(ReorganisationFilter filter, Scope scope, String sort) {
        return ask(rows(filter, scope) + order(sort), filter, scope)
                .withFetchSize(TableDownload.FETCH_SIZE)
                .query((row, _) -> ReorganisationStore.reorganisation(row))
                .stream();
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

    private static String order(String sort) {
        var parts = sort.split(",", 2);
        return " order by "
                + COLUMNS.getOrDefault(parts[0], "r.effective_on %s").formatted(parts[1].toLowerCase(Locale.ROOT))
                + ", r.id";
    }

    private StatementSpec ask(String sql, ReorganisationFilter filter, Scope scope) {
        var statement = jdbc.sql(sql).params(scope.params(businessDay.today()));
        if (filter.state() != null) {
            statement = statement.param("state", filter.state().name());
        }
        return filter.q() == null ? statement : statement.param("q", filter.q());
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

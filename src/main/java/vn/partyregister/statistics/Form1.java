package vn.partyregister.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Remembered;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.FlowCounts.Counted;
import vn.partyregister.statistics.Form1Page.Child;
import vn.partyregister.statistics.Form1Page.Figure;
import vn.partyregister.statistics.Form1Page.Line;

/** Draws up form 1: the increase and decrease of members (tăng, giảm đảng viên) of an organisation in a period. */
@Service
public class Form1 {
    public static final String FORM = "1";
    public static final String PATH = "/statistics/1";

    private final FlowCounts counts;
    private final FormRows rows;
    private final ReportedFigures reported;
    private final QuickPeriods quick;
    private final Restatements restatements;
    private final MemberList members;
    private final Remembered remembered;
    private final JdbcClient jdbc;

    Form1(
            FlowCounts counts,
            FormRows rows,
            ReportedFigures reported,
            QuickPeriods quick,
            Restatements restatements,
            MemberList members,
            Remembered remembered,
            JdbcClient jdbc) {
        this.counts = counts;
        this.rows = rows;
        this.reported = reported;
        this.quick = quick;
        this.restatements = restatements;
        this.members = members;
        this.remembered = remembered;
        this.jdbc = jdbc;
    }

    /** The form of an organisation that the scope has on the last day of the period. */
    public Form1Page page(OrganisationId organisation, Period period, Scope scope, LocalDate today) {
        var choice = choice(organisation, period, scope);
        var title = rows.title(FORM, period.to());
        var before = period.aYearEarlier();
        var now = counted(organisation, period);
        var drawn = drawn(organisation, period, now, counted(organisation, before));
        return new Form1Page(
                title.code(),
                title.name(),
                title.directive(),
                choice,
                period,
                before,
                lines(organisation, period, before, drawn),
                drawn.children(),
                sum(choice, period, now),
                inTransit(organisation, period),
                inTransit(organisation, before),
                drawn.checks(),
                quick.of(organisation, today),
                reported.otherPeriods(organisation, FORM, period),
                restatements.of(organisation, period));
    }

    /** Who of those on the list on the last day is in transit, counted at the sender until accepted. */
    Figure inTransit(OrganisationId organisation, Period period) {
        return figure(
                counts.inTransit(organisation, period.to()), new People(organisation, period, People.IN_TRANSIT, null));
    }

    /** The form as the database has it at this moment, none of its figures kept from before. */
    Drawn fresh(OrganisationId organisation, Period period) {
        return drawn(
                organisation,
                period,
                counts.count(FORM, organisation, period),
                counts.count(FORM, organisation, period.aYearEarlier()));
    }

    private Drawn drawn(OrganisationId organisation, Period period, Counted now, Counted then) {
        var form = rows.of(FORM, period.to());
        var shown = figures(form, now);
        var parts = now.parts();
        var children = children(organisation, period, parts);
        var checks = new ArrayList<>(new Balance(
                        form,
                        row -> shown.getOrDefault(row.code(), 0L),
                        listed(organisation, period.eve()),
                        listed(organisation, period.to()),
                        children.isEmpty() ? List.of() : parts.values())
                .checks());
        restatements
                .endingOn(organisation, period.eve())
                .forEach(before -> checks.add(new Check(
                        Check.Kind.CLOSED_BEFORE,
                        List.of(before.closing().label()),
                        now.of(Flow.OPENING),
                        before.closingRestated())));
        return new Drawn(form, shown, figures(form, then), children, checks);
    }

    /** An organisation of the scope, and where one can step from it. */
    public OrganisationChoice choice(OrganisationId organisation, Period period, Scope scope) {
        return members.choice(organisation.id(), scope, period.to())
                .orElseThrow(() -> new NotFound("membership.unknown-organisation"));
    }

    /** The rows of the form on a day. */
    public List<FormRow> rows(LocalDate day) {
        return rows.of(FORM, day);
    }

    /** What the row of the admitted shows. */
    long admitted(OrganisationId organisation, Period period) {
        var counted = counted(organisation, period);
        return jdbc
                .sql("""
                        select code from statistics.form_row_source
                        where form = :form and side = 'IN' and kind = 'ADMITTED' and valid @> cast(:to as date)
                        """)
                .param("form", FORM)
                .param("to", period.to())
                .query((row, _) -> row.getString("code"))
                .list()
                .stream()
                .mapToLong(counted::of)
                .sum();
    }

    private Counted counted(OrganisationId organisation, Period period) {
        return remembered.of(
                List.of("statistics.1", organisation, period), () -> counts.count(FORM, organisation, period));
    }

    /** Of the whole organisation: on an earlier day it may have stood where this reader's scope did not reach. */
    private long listed(OrganisationId organisation, LocalDate day) {
        return members.count(MemberFilter.everybody(organisation.id(), day), Scope.EVERYTHING);
    }

    /** What each row shows: the four of the balance are counted as such, the others by their parts or by themselves. */
    static Map<String, Long> figures(List<FormRow> form, Counted counted) {
        var figures = new HashMap<String, Long>();
        for (var row : form.reversed()) {
            figures.put(row.code(), row.whole() == null ? counted.of(row.side()) : partly(row, form, counted));
        }
        return figures;
    }

    private static long partly(FormRow row, List<FormRow> form, Counted counted) {
        var parts = form.stream()
                .filter(part -> row.code().equals(part.whole()) && part.sums())
                .toList();
        return parts.isEmpty()
                ? counted.of(row.code())
                : parts.stream().mapToLong(part -> partly(part, form, counted)).sum();
    }

    private List<Line> lines(OrganisationId organisation, Period period, Period before, Drawn drawn) {
        var told = reported.of(organisation, FORM, period);
        var now = drawn.now();
        var then = drawn.then();
        return drawn.rows().stream()
                .map(row -> new Line(
                        row,
                        figure(now, row, new People(organisation, period, row.code(), null)),
                        figure(then, row, new People(organisation, before, row.code(), null)),
                        percent(now.getOrDefault(row.code(), 0L), then.getOrDefault(row.code(), 0L)),
                        told.get(row.code())))
                .filter(line -> line.row().official()
                        || line.now().count() != 0
                        || line.before().count() != 0
                        || line.reported() != null)
                .toList();
    }

    private static Figure figure(Map<String, Long> figures, FormRow row, People people) {
        return figure(figures.getOrDefault(row.code(), 0L), people);
    }

    private static Figure figure(long count, People people) {
        return new Figure(count, count == 0 ? null : people.address(""));
    }

    private static @Nullable BigDecimal percent(long now, long before) {
        return before == 0
                ? null
                : BigDecimal.valueOf(now * 100).divide(BigDecimal.valueOf(before), 2, RoundingMode.HALF_UP);
    }

    /** Those that are there on the last day, and those that counted somebody before. */
    private List<Child> children(
            OrganisationId organisation, Period period, Map<OrganisationId, Map<Flow, Long>> parts) {
        var named = jdbc
                .sql("""
                        select id, name, lasts from (
                            select distinct on (v.organisation_id) v.organisation_id as id, v.name, v.position,
                                v.valid @> cast(:to as date) as lasts
                            from organisation.organisation_version v
                            where v.parent_id = :organisation and v.valid && daterange(:eve, :to, '[]')
                            order by v.organisation_id, v.valid desc) child
                        order by position, name, id
                        """)
                .param("organisation", organisation.id())
                .param("eve", period.eve())
                .param("to", period.to())
                .query(new RecordRows<>(Named.class))
                .list()
                .stream()
                .filter(child -> child.lasts() || parts.containsKey(child.id()))
                .map(child -> child(child, organisation, period, parts.getOrDefault(child.id(), Map.of())))
                .toList();
        if (named.isEmpty() || !parts.containsKey(organisation)) {
            return named;
        }
        var all = new ArrayList<>(named);
        all.add(child(new Named(organisation, null, false), organisation, period, parts.get(organisation)));
        return all;
    }

    private static Child child(Named child, OrganisationId organisation, Period period, Map<Flow, Long> figures) {
        return new Child(
                child.id(),
                child.name(),
                child.lasts() ? address(child.id(), period) : null,
                Arrays.stream(Flow.values())
                        .map(column -> figure(
                                figures.getOrDefault(column, 0L),
                                new People(organisation, period, column.name(), child.id())))
                        .toList());
    }

    private static Child sum(OrganisationChoice choice, Period period, Counted counted) {
        var itself = new OrganisationId(choice.itself().id());
        return new Child(
                itself,
                choice.itself().name(),
                null,
                Arrays.stream(Flow.values())
                        .map(column -> figure(counted.of(column), new People(itself, period, column.name(), null)))
                        .toList());
    }

    /** The address of the form of an organisation. */
    public static String address(OrganisationId organisation, Period period) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("organisation", organisation)
                .queryParam("from", period.from())
                .queryParam("to", period.to())
                .toUriString();
    }

    /** The figures of a form, and what was checked on them. */
    record Drawn(
            List<FormRow> rows,
            Map<String, Long> now,
            Map<String, Long> then,
            List<Child> children,
            List<Check> checks) {
        Drawn {
            rows = List.copyOf(rows);
            now = Map.copyOf(now);
            then = Map.copyOf(then);
            children = List.copyOf(children);
            checks = List.copyOf(checks);
        }
    }

    /**
     * A child by its name.
     *
     * @param name null for those who stand in the organisation itself
     * @param lasts whether it is a child on the last day
     */
    record Named(OrganisationId id, @Nullable String name, boolean lasts) {}
}

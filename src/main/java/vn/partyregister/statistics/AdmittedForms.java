package vn.partyregister.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Remembered;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.Admitted.Counted;
import vn.partyregister.statistics.AdmittedForm.Kind;
import vn.partyregister.statistics.AdmittedForm.Line;
import vn.partyregister.statistics.AdmittedForm.Part;
import vn.partyregister.statistics.Form1Page.Figure;

/** Draws up forms 2 and 2B: newly admitted members of an organisation in a period, by the groups of each form. */
@Service
public class AdmittedForms {
    /** The row of all who were admitted, in both forms. */
    static final String ALL = "I";

    private final Admitted admitted;
    private final Form1 form1;
    private final FormRows rows;
    private final QuickPeriods quick;
    private final MemberList members;
    private final Remembered remembered;
    private final JdbcClient jdbc;

    AdmittedForms(
            Admitted admitted,
            Form1 form1,
            FormRows rows,
            QuickPeriods quick,
            MemberList members,
            Remembered remembered,
            JdbcClient jdbc) {
        this.admitted = admitted;
        this.form1 = form1;
        this.rows = rows;
        this.quick = quick;
        this.members = members;
        this.remembered = remembered;
        this.jdbc = jdbc;
    }

    /** The form of an organisation that the scope has on the last day of the period. */
    public AdmittedForm page(Kind kind, OrganisationId organisation, Period period, Scope scope, LocalDate today) {
        var choice = choice(organisation, period, scope);
        var title = rows.title(kind.form(), period.to());
        var before = period.aYearEarlier();
        var now = counted(kind, organisation, period);
        var then = counted(kind, organisation, before);
        var form = rows.of(kind.form(), period.to());
        return new AdmittedForm(
                kind,
                title.code(),
                title.name(),
                title.directive(),
                choice,
                period,
                before,
                lines(kind, organisation, form, period, now, then),
                now.averageAge(),
                then.averageAge(),
                parts(kind, period, now),
                checks(kind, organisation, period, form, now),
                quick.of(organisation, today));
    }

    /** An organisation of the scope, and where one can step from it. */
    public OrganisationChoice choice(OrganisationId organisation, Period period, Scope scope) {
        return members.choice(organisation.id(), scope, period.to())
                .orElseThrow(() -> new NotFound("membership.unknown-organisation"));
    }

    /** A row of a form on a day; nothing where the form has none of that code. */
    public Optional<FormRow> row(Kind kind, String code, LocalDate day) {
        return rows.of(kind.form(), day).stream()
                .filter(row -> row.code().equals(code))
                .findFirst();
    }

    /** The codes of the rows that count people. */
    List<String> codes(Kind kind, LocalDate day) {
        return jdbc.sql("""
                        select code from statistics.admitted_group where form = :form and valid @> cast(:day as date)
                            and attribute not in ('BASE', 'BASE_ADMITTING', 'UNKEPT')
                        """)
                .param("form", kind.form())
                .param("day", day)
                .query((row, _) -> row.getString("code"))
                .list();
    }

    private Counted counted(Kind kind, OrganisationId organisation, Period period) {
        return remembered.of(
                List.of("statistics." + kind.form(), organisation, period),
                () -> admitted.count(kind.form(), organisation, period));
    }

    private List<Line> lines(
            Kind kind, OrganisationId organisation, List<FormRow> form, Period period, Counted now, Counted then) {
        var attributes = attributes(kind, period);
        var all = now.of(ALL).people();
        return form.stream()
                .map(row -> {
                    var attribute = attributes.getOrDefault(row.code(), Attribute.UNKEPT);
                    var here = now.of(row.code());
                    var earlier = then.of(row.code()).people();
                    return new Line(
                            row,
                            attribute != Attribute.UNKEPT,
                            figure(here.people(), attribute, kind, organisation, period, row, false),
                            figure(here.women(), attribute, kind, organisation, period, row, true),
                            figure(earlier, attribute, kind, organisation, period.aYearEarlier(), row, false),
                            kind == Kind.FORM_2 ? percent(here.people(), earlier) : percent(here.people(), all));
                })
                .toList();
    }

    private static Figure figure(
            long count,
            Attribute attribute,
            Kind kind,
            OrganisationId organisation,
            Period period,
            FormRow row,
            boolean women) {
        return new Figure(
                count,
                count == 0 || attribute.countsBases()
                        ? null
                        : new AdmittedPeople(kind, organisation, period, row.code(), women).address(""));
    }

    private Map<String, Attribute> attributes(Kind kind, Period period) {
        var attributes = new HashMap<String, Attribute>();
        jdbc.sql("""
                        select code, attribute from statistics.admitted_group
                        where form = :form and valid @> cast(:to as date)
                        """).param("form", kind.form()).param("to", period.to()).query(row -> {
            attributes.put(row.getString("code"), Attribute.valueOf(row.getString("attribute")));
        });
        return attributes;
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    private static List<Part> parts(Kind kind, Period period, Counted now) {
        return now.parts().entrySet().stream()
                .map(entry -> new Part(
                        entry.getValue().name(),
                        entry.getValue().name() == null ? null : kind.address(entry.getKey(), period),
                        entry.getValue().tally().people(),
                        entry.getValue().tally().women()))
                .sorted(Comparator.comparing(Part::people)
                        .reversed()
                        .thenComparing(part -> part.name() == null ? "" : part.name()))
                .toList();
    }

    /** I of both forms is the row "admitted" of form 1; the parts of a row and of the organisation sum to it. */
    private List<Check> checks(Kind kind, OrganisationId organisation, Period period, List<FormRow> form, Counted now) {
        var checks = new ArrayList<Check>();
        var all = now.of(ALL).people();
        checks.add(Check.of(Check.Kind.ADMITTED_IN_FORM_1, all, form1.admitted(organisation, period)));
        if (kind == Kind.FORM_2B) {
            checks.add(Check.of(
                    Check.Kind.ADMITTED_IN_FORM_2,
                    all,
                    counted(Kind.FORM_2, organisation, period).of(ALL).people()));
        }
        ToLongFunction<FormRow> figure = row -> now.of(row.code()).people();
        form.forEach(row -> Balance.parts(row, form, figure, checks));
        checks.add(Check.of(
                Check.Kind.CHILDREN_ADMITTED,
                all,
                now.parts().values().stream()
                        .mapToLong(part -> part.tally().people())
                        .sum()));
        return checks;
    }
}

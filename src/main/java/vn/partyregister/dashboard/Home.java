package vn.partyregister.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.dashboard.HomePage.Child;
import vn.partyregister.dashboard.HomePage.Figure;
import vn.partyregister.dashboard.HomePage.Line;
import vn.partyregister.dashboard.HomePage.Table;
import vn.partyregister.membership.AgeBand;
import vn.partyregister.membership.MemberFigures;
import vn.partyregister.membership.MemberFigures.Admissions;
import vn.partyregister.membership.MemberFigures.Figures;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.membership.Tally;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** Draws up the home page of an organisation. */
@Service
public class Home {
    /** Years of admissions shown, with the running one. */
    private static final int YEARS = 10;

    private final JdbcClient jdbc;
    private final MemberList members;
    private final MemberFigures figures;
    private final CodeLists lists;
    private final MessageSource messages;

    Home(JdbcClient jdbc, MemberList members, MemberFigures figures, CodeLists lists, MessageSource messages) {
        this.jdbc = jdbc;
        this.members = members;
        this.figures = figures;
        this.lists = lists;
        this.messages = messages;
    }

    /**
     * The page of an organisation of the scope.
     *
     * @param today the business day: addresses name the day only where it is another
     */
    public HomePage page(OrganisationId organisation, Scope scope, LocalDate asAt, LocalDate today, Locale language) {
        var choice = members.choice(organisation.id(), scope, asAt)
                .orElseThrow(() -> new Refusal.NotFound("membership.unknown-organisation"));
        var links = new Links(choice.itself(), scope.everything(), asAt, today);
        var counted = figures.of(organisation.id(), asAt);
        var leftOut = members.leftOut(choice, scope, asAt);
        var admitted = figures.admissions(organisation.id(), asAt, asAt.getYear() - YEARS + 1);
        return new HomePage(
                choice,
                asAt,
                heads(counted.all(), links, language),
                List.of(
                        ages(counted, links, language),
                        coded("educations", "education", "general-education", counted.educations(), links, language),
                        coded(
                                "qualifications",
                                "qualification",
                                "qualification",
                                counted.qualifications(),
                                links,
                                language),
                        coded("entry-periods", "entryPeriod", "entry-period", counted.entryPeriods(), links, language),
                        kinds(counted, links, language),
                        admissions(admitted, links, asAt.getYear()),
                        organisations(organisation, links, language)),
                children(choice, counted, admitted, links),
                child(choice.itself().name(), counted.all(), admitted(admitted, asAt, _ -> true), links),
                leftOut == 0 ? null : new Figure(leftOut, links.organisations()));
    }

    private List<Line> heads(Tally all, Links links, Locale language) {
        return List.of(
                new Line(text("dashboard.members", language), all.members(), null, links.members()),
                line("official", all.official(), all, links.members("status", "OFFICIAL"), language),
                line("probationary", all.probationary(), all, links.members("status", "PROBATIONARY"), language),
                line("exempt", all.exempt(), all, links.members("exempt", "true"), language),
                line("women", all.women(), all, links.members("sex", "FEMALE"), language),
                line("minority", all.minority(), all, links.members("ethnicity", MemberFilter.MINORITY), language));
    }

    private Line line(String key, long count, Tally all, String address, Locale language) {
        return new Line(text("dashboard." + key, language), count, share(count, all), address);
    }

    private Line total(long count, Links links, Locale language) {
        return new Line(text("dashboard.all", language), count, share(count, count), links.members());
    }

    private Table ages(Figures counted, Links links, Locale language) {
        var lines = new ArrayList<Line>();
        counted.ages().forEach((band, tally) -> {
            if (band.fromAge() != null || tally.members() > 0) {
                lines.add(new Line(
                        label(band, language),
                        tally.members(),
                        share(tally.members(), counted.all()),
                        links.ages(band)));
            }
        });
        return new Table("ages", lines, total(counted.all().members(), links, language));
    }

    private String label(AgeBand band, Locale language) {
        if (band.fromAge() == null) {
            return text("dashboard.younger", language, Objects.requireNonNull(band.toAge()) + 1);
        }
        return band.toAge() == null
                ? text("dashboard.older", language, band.fromAge() - 1)
                : text("dashboard.ages-from-to", language, band.fromAge(), band.toAge());
    }

    private Table coded(
            String key, String part, String list, Map<String, Tally> tallies, Links links, Locale language) {
        var all = tallies.values().stream().mapToLong(Tally::members).sum();
        return new Table(
                key,
                tallies.entrySet().stream()
                        .map(entry -> new Line(
                                entry.getKey().equals(MemberFilter.NOT_STATED)
                                        ? text("membership.choice.NOT_STATED", language)
                                        : lists.label(list, entry.getKey()),
                                entry.getValue().members(),
                                share(entry.getValue().members(), all),
                                links.members(part, entry.getKey())))
                        .toList(),
                total(all, links, language));
    }

    private Table kinds(Figures counted, Links links, Locale language) {
        var labels = members.kinds(language).stream()
                .collect(Collectors.toMap(MemberList.Kind::code, MemberList.Kind::label));
        return new Table(
                "kinds",
                counted.kinds().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(
                                (one, other) -> Long.compare(other.members(), one.members())))
                        .map(kind -> new Line(
                                labels.getOrDefault(kind.getKey(), text("membership.choice.NOT_STATED", language)),
                                kind.getValue().members(),
                                share(kind.getValue().members(), counted.all()),
                                links.members("kind", kind.getKey())))
                        .toList(),
                total(counted.all().members(), links, language));
    }

    private static Table admissions(List<Admissions> admitted, Links links, int lastYear) {
        var years = admitted.stream()
                .collect(Collectors.groupingBy(Admissions::year, Collectors.summingLong(Admissions::admitted)));
        var lines = new ArrayList<Line>();
        for (var year = years.keySet().stream().min(Integer::compare).orElse(lastYear); year <= lastYear; year++) {
            lines.add(new Line(
                    Integer.toString(year),
                    years.getOrDefault(year, 0L),
                    null,
                    links.members("admitted", Integer.toString(year))));
        }
        return new Table("admissions", lines, null);
    }

    private Table organisations(OrganisationId organisation, Links links, Locale language) {
        var types = jdbc.sql("""
                        select t.code, case :language when 'en' then t.name_en else t.name_vi end as name,
                            count(*) as organisations
                        from organisation.ancestry a
                        join organisation.organisation_version v on v.organisation_id = a.descendant_id
                            and v.valid @> cast(:asAt as date)
                        join organisation.organisation_type t on t.code = v.type
                        where a.ancestor_id = :organisation and a.depth > 0 and a.valid @> cast(:asAt as date)
                        group by t.code order by t.position, t.code
                        """)
                .param("language", language.getLanguage())
                .param("organisation", organisation.id())
                .param("asAt", links.asAt())
                .query(new RecordRows<>(TypeCount.class))
                .list();
        return new Table(
                "organisations",
                types.stream()
                        .map(type ->
                                new Line(type.name(), type.organisations(), null, links.organisations(type.code())))
                        .toList(),
                null);
    }

    private static List<Child> children(
            OrganisationChoice choice, Figures counted, List<Admissions> admitted, Links links) {
        return choice.below().stream()
                .map(below -> child(
                        below.name(),
                        counted.children().getOrDefault(below.id(), Tally.NONE),
                        admitted(
                                admitted, links.asAt(), admissions -> below.id().equals(admissions.child())),
                        links.below(below)))
                .toList();
    }

    private static Child child(String name, Tally tally, long admitted, Links links) {
        return new Child(
                name,
                links.home(),
                new Figure(tally.members(), links.members()),
                new Figure(tally.women(), links.members("sex", "FEMALE")),
                new Figure(tally.minority(), links.members("ethnicity", MemberFilter.MINORITY)),
                new Figure(tally.exempt(), links.members("exempt", "true")),
                new Figure(
                        admitted,
                        links.members("admitted", Integer.toString(links.asAt().getYear()))));
    }

    /** Those of the running year. */
    private static long admitted(List<Admissions> admitted, LocalDate asAt, Predicate<Admissions> where) {
        return admitted.stream()
                .filter(admissions -> admissions.year() == asAt.getYear())
                .filter(where)
                .mapToLong(Admissions::admitted)
                .sum();
    }

    private static double share(long count, Tally all) {
        return share(count, all.members());
    }

    private static double share(long count, long all) {
        return all == 0 ? 0 : 100.0 * count / all;
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    private record TypeCount(String code, String name, long organisations) {}
}

package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.planning.KnownFigures;
import vn.partyregister.planning.NewPlan;
import vn.partyregister.planning.NewTarget;
import vn.partyregister.planning.PlaceLoad;
import vn.partyregister.planning.PlaceLoad.KnownPlace;
import vn.partyregister.planning.PlaceLoad.KnownPost;
import vn.partyregister.planning.PlanKind;
import vn.partyregister.planning.PlanLoad;
import vn.partyregister.planning.PlanLoad.KnownPlan;
import vn.partyregister.planning.Situation;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/**
 * Plans of a sample and the places that its committees look after: the province plans each year and hands its targets
 * down, the district of the sample's clerk hands them on to its bases; hamlets have their cells, some enterprises nobody.
 */
@Component
class SamplePlans {
    private static final String PROVINCE = "000";
    private static final String CLERKS = "001";
    /** Of a hundred admissions, how many a target asks to be of a group. */
    private static final SortedMap<String, Integer> GROUPS =
            new TreeMap<>(Map.of("WOMEN", 40, "ETHNIC_MINORITY", 20, "YOUTH", 60));

    private static final int FIRST_YEAR = 2020;
    private static final int SHARE_OF_POPULATION = 470;
    private static final int SPLIT_PLACE = 37;

    private final PlanLoad plans;
    private final PlaceLoad places;
    private final KnownFigures figures;
    private final JdbcClient jdbc;

    SamplePlans(PlanLoad plans, PlaceLoad places, KnownFigures figures, JdbcClient jdbc) {
        this.plans = plans;
        this.places = places;
        this.figures = figures;
        this.jdbc = jdbc;
    }

    void draw(
            SampleFolder folder,
            SampleCells cells,
            Map<String, SampleDirect> directs,
            RegisterProperties.Sample days,
            SplittableRandom chance) {
        var work = folder.properties("work");
        var province = Objects.requireNonNull(directs.get(PROVINCE));
        figures.note(
                province.id(),
                "POPULATION",
                LocalDate.of(days.businessDay().getYear() - 1, 12, 31),
                Integer.valueOf(text(work, "population")),
                text(work, "known.source"),
                Scope.EVERYTHING);
        var bases = bases();
        var known = new ArrayList<KnownPlan>();
        for (var year = FIRST_YEAR; year <= days.businessDay().getYear(); year++) {
            known.add(year(
                    work,
                    year,
                    cells,
                    directs,
                    bases,
                    year == days.businessDay().getYear()));
        }
        known.add(term(work, province, directs));
        plans.load(known);
        places.load(places(folder, work, cells, bases, chance), days.openingDay());
    }

    private KnownPlan year(
            Properties work,
            int year,
            SampleCells cells,
            Map<String, SampleDirect> directs,
            Map<String, OrganisationId> bases,
            boolean handedOn) {
        var province = Objects.requireNonNull(directs.get(PROVINCE));
        var plan = plan(
                PlanKind.YEAR,
                text(work, "plan.year").formatted(year),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                text(work, "paper.plan").formatted(year % 7 + 4, province.sign()),
                province);
        var admitted = admittedBefore(year);
        var targets = new ArrayList<NewTarget>();
        var sum = 0;
        for (var number : directs.keySet().stream().sorted().toList()) {
            if (!number.equals(PROVINCE)) {
                var target = Math.max(12, admitted.getOrDefault(number, 0) * 103 / 100 / 5 * 5);
                sum += target;
                split(targets, Objects.requireNonNull(directs.get(number)).id(), target, handedOn);
            }
        }
        split(targets, province.id(), sum, handedOn);
        if (handedOn) {
            targets.addAll(below(cells, bases, admitted.getOrDefault(CLERKS, 0)));
        }
        return new KnownPlan(plan, targets);
    }

    private static void split(List<NewTarget> targets, OrganisationId organisation, int target, boolean byGroup) {
        targets.add(new NewTarget(organisation, "EVERYBODY", target, false));
        if (byGroup) {
            GROUPS.forEach((group, share) ->
                    targets.add(new NewTarget(organisation, group, Math.ceilDiv(target * share, 100), false)));
        }
    }

    /** What the bases of the clerk's district are to reach. */
    private static List<NewTarget> below(SampleCells cells, Map<String, OrganisationId> bases, int district) {
        var sizes = new LinkedHashMap<OrganisationId, Integer>();
        for (var cell : cells.all()) {
            if (cell.direct().equals(CLERKS)) {
                sizes.merge(
                        Objects.requireNonNull(bases.get(base(cell))),
                        cell.grown().size(),
                        Integer::sum);
            }
        }
        var all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        return sizes.entrySet().stream()
                .map(entry -> new NewTarget(
                        entry.getKey(), "EVERYBODY", Math.max(1, entry.getValue() * district / all), false))
                .toList();
    }

    private KnownPlan term(Properties work, SampleDirect province, Map<String, SampleDirect> directs) {
        var plan = plan(
                PlanKind.TERM,
                text(work, "plan.term"),
                LocalDate.of(2020, 10, 1),
                LocalDate.of(2025, 9, 30),
                text(work, "paper.plan").formatted(3, province.sign()),
                province);
        var targets = new ArrayList<NewTarget>();
        var admitted = admittedBefore(2022);
        var sum = 0;
        for (var number : directs.keySet().stream().sorted().toList()) {
            if (!number.equals(PROVINCE)) {
                var target = Math.max(60, admitted.getOrDefault(number, 0) * 5 / 10 * 10);
                sum += target;
                targets.add(new NewTarget(
                        Objects.requireNonNull(directs.get(number)).id(), "EVERYBODY", target, false));
            }
        }
        targets.add(new NewTarget(province.id(), "EVERYBODY", sum, false));
        targets.add(new NewTarget(province.id(), "SHARE_OF_POPULATION", SHARE_OF_POPULATION, false));
        return new KnownPlan(plan, targets);
    }

    private static NewPlan plan(
            PlanKind kind, String name, LocalDate from, LocalDate to, String number, SampleDirect province) {
        return new NewPlan(
                province.id(), kind, name, from, to, new Decision(province.issuer(), number, from.minusDays(10), null));
    }

    /** How many each direct committee admitted in the year before one. */
    private Map<String, Integer> admittedBefore(int year) {
        var admitted = new HashMap<String, Integer>();
        jdbc.sql("""
                        select split_part(c.code, '.', 2) as direct, count(*) as people
                        from membership.told e join organisation.organisation_code c on c.organisation_id = e.to_organisation_id
                        where e.kind = 'ADMITTED' and extract(year from e.effective_on) = :year group by 1
                        """).param("year", year - 1).query(row -> {
            admitted.put(row.getString("direct"), row.getInt("people"));
        });
        return admitted;
    }

    private Map<String, OrganisationId> bases() {
        var bases = new HashMap<String, OrganisationId>();
        jdbc.sql("select code, organisation_id from organisation.organisation_code")
                .query(row -> {
                    bases.put(row.getString("code"), new OrganisationId(row.getObject("organisation_id", UUID.class)));
                });
        return bases;
    }

    private static String base(SampleCells.Known cell) {
        var parts = cell.grown().code().split("\\.");
        return "%s.%s.%s.000.000".formatted(parts[0], parts[1], parts[2]);
    }

    private List<KnownPlace> places(
            SampleFolder folder,
            Properties work,
            SampleCells cells,
            Map<String, OrganisationId> bases,
            SplittableRandom chance) {
        var names = new SampleNames(folder.properties("names"));
        var known = new ArrayList<KnownPlace>();
        var enterprises = text(work, "place.enterprise.name").split("\\|");
        var forms = text(work, "place.enterprise").split("\\|");
        var hamlets = cells.all().stream()
                .filter(cell -> cell.grown().place().hamlet() != null)
                .toList();
        for (var number = 0; number < hamlets.size(); number++) {
            var cell = hamlets.get(number);
            var base = Objects.requireNonNull(bases.get(base(cell)));
            var name = capital(Objects.requireNonNull(cell.grown().place().hamlet()));
            known.add(new KnownPlace(
                    "HAMLET", name, new Situation(base, cell.id(), true, null), posts(cell, names, chance)));
            if (number % SPLIT_PLACE == 0) {
                known.add(new KnownPlace(
                        "HAMLET",
                        name + " B",
                        new Situation(
                                base,
                                null,
                                number % 2 == 0,
                                number % 3 == 0 ? null : cell.helpers().getFirst()),
                        List.of()));
            }
            var enterprise = number / SPLIT_PLACE;
            if (number % SPLIT_PLACE == 5 && enterprise < enterprises.length) {
                known.add(new KnownPlace(
                        "ENTERPRISE",
                        forms[enterprise % forms.length].formatted(enterprises[enterprise]),
                        new Situation(
                                base,
                                null,
                                enterprise % 4 == 0,
                                enterprise % 2 == 0 ? null : cell.helpers().getLast()),
                        List.of()));
            }
        }
        return known;
    }

    /** The head of most hamlets is a member; of other posts, half. */
    private static List<KnownPost> posts(SampleCells.Known cell, SampleNames names, SplittableRandom chance) {
        var posts = new ArrayList<KnownPost>();
        var next = 0;
        for (var post : List.of("HEAD", "DEPUTY_HEAD", "FRONT_HEAD")) {
            var isMember = chance.nextInt(10) < (post.equals("HEAD") ? 9 : 5);
            var holder = names.draw(chance, "KINH", chance.nextInt(4) == 0, 1975);
            posts.add(new KnownPost(
                    post,
                    isMember ? null : holder,
                    isMember ? cell.helpers().get(next++ % cell.helpers().size()) : null));
        }
        return posts;
    }

    private static String capital(String name) {
        return VietnameseText.tidy(name.substring(0, 1).toUpperCase(SampleTexts.LANGUAGE) + name.substring(1));
    }

    private static String text(Properties work, String name) {
        return Objects.requireNonNull(work.getProperty(name), name);
    }
}

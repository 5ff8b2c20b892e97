package vn.partyregister.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.AdmittedForm.Kind;

/** Forms 2 and 2B beside a count on paper: person by person, each row by its own words. */
@RegisterTest
@NullUnmarked
class AdmittedFormTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2021, 12, 31);
    private static final Period YEAR = new Period(FIRST, LAST);

    @Autowired
    private AdmittedForms forms;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private final List<Told> told = new ArrayList<>();

    private record Told(
            boolean woman,
            String ethnicity,
            String religion,
            LocalDate born,
            @Nullable String education,
            @Nullable String qualification,
            LocalDate day,
            OrganisationId cell) {}

    /** Each day at an edge of the period, each age at an edge of its band, everything else mixed. */
    @BeforeEach
    void aYearOfAdmissions() {
        tree = orgs.tree();
        var days = List.of(FIRST.minusDays(1), FIRST, LocalDate.of(2021, 6, 15), LAST, LAST.plusDays(1));
        var ages = List.of(17, 18, 30, 31, 35, 36, 41, 46, 51, 56, 60, 61);
        var ethnicities = List.of("KINH", "KHMER", "HOA");
        var religions = List.of("NONE", "BUDDHISM", "NONE", "CATHOLICISM");
        var cells = List.of(tree.eastCell(), tree.otherEastCell(), tree.westCell());
        var number = 0;
        for (var age : ages) {
            for (var turns = 0; turns < 2; turns++) {
                var day = days.get((number * 2 + turns) % days.size());
                var born = day.minusYears(age + turns).plusDays(turns); // of that age today, or not before tomorrow
                add(new Told(
                        number % 2 == 0,
                        ethnicities.get(number % 3),
                        religions.get(number % 4),
                        born,
                        number % 5 == 0 ? null : number % 5 == 1 ? "LOWER_SECONDARY" : "UPPER_SECONDARY",
                        number % 3 == 0 ? "UNIVERSITY" : number % 3 == 1 ? "COLLEGE" : null,
                        day,
                        cells.get(number % 3 == 2 && number % 2 == 0 ? 2 : number % 2)));
                number++;
            }
        }
    }

    private void add(Told one) {
        told.add(one);
        people.add(one.cell(), person -> {
            var known = person.named("Thạch Sa Mới " + told.size())
                    .born(one.born())
                    .of(one.ethnicity(), one.religion())
                    .educated(one.education(), one.qualification(), null)
                    .joined(one.day(), null);
            return one.woman() ? known.woman() : known;
        });
    }

    @Test
    void everyRowOfForm2IsWhatAClerkWouldCount() {
        for (var organisation : List.of(tree.east(), tree.eastBase(), tree.eastCell(), tree.west())) {
            var page = page(Kind.FORM_2, organisation);
            var naive = naive(organisation);
            assertThat(counts(page)).as("%s", organisation).containsAllEntriesOf(naive);
            assertThat(page.failed()).isEmpty();
        }
        assertThat(counts(page(Kind.FORM_2, tree.east())).get("I")).isPositive();
    }

    @Test
    void everyRowOfForm2BIsWhatAClerkWouldCount() {
        var page = page(Kind.FORM_2B, tree.east());
        var counts = counts(page);
        var here = here(tree.east());
        for (var group : List.of("KINH", "KHMER", "HOA", "TAY")) {
            assertThat(counts.get("I_" + group))
                    .isEqualTo(here.stream()
                            .filter(one -> one.ethnicity().equals(group))
                            .count());
        }
        for (var religion : List.of("BUDDHISM", "CATHOLICISM", "ISLAM")) {
            assertThat(counts.get("II_" + religion))
                    .isEqualTo(here.stream()
                            .filter(one -> one.religion().equals(religion))
                            .count());
        }
        assertThat(counts)
                .containsEntry("I", (long) here.size())
                .containsEntry(
                        "II",
                        here.stream()
                                .filter(one -> !one.religion().equals("NONE"))
                                .count())
                .doesNotContainKey("II_NONE");
        assertThat(page.lines().getFirst().women().count())
                .isEqualTo(here.stream().filter(Told::woman).count());
        assertThat(page.failed()).isEmpty();
        assertThat(page.lines())
                .filteredOn(line -> "I".equals(line.row().whole()))
                .hasSize(56);
    }

    @Test
    void basesAreCountedOnTheLastDayAndThoseThatAdmitted() {
        var counts = counts(page(Kind.FORM_2, tree.east()));

        assertThat(counts.get("III")).isEqualTo(counts.get("III1") + counts.get("III2"));
        assertThat(counts.get("III1a")).isEqualTo(1).isLessThanOrEqualTo(counts.get("III1"));
    }

    @Test
    void theAverageAgeIsThatOfFullYears() {
        var here = here(tree.east());
        var average = here.stream().mapToLong(AdmittedFormTests::age).average().orElseThrow();

        assertThat(page(Kind.FORM_2, tree.east()).averageAge().doubleValue())
                .isEqualTo(Math.round(average * 10) / 10.0);
        var quiet = new Period(LocalDate.of(2019, 2, 1), LocalDate.of(2019, 2, 28));
        assertThat(forms.page(Kind.FORM_2, tree.east(), quiet, Scope.EVERYTHING, TODAY)
                        .averageAge())
                .isNull();
    }

    @Test
    void theYearBeforeIsTheBaseOfThePercentAndNoneWhereItHasNobody() {
        var page = forms.page(
                Kind.FORM_2, tree.east(), new Period(LocalDate.of(2022, 1, 1), TODAY), Scope.EVERYTHING, TODAY);
        var all = page.lines().getFirst();
        var before = told.stream()
                .filter(one ->
                        east(one) && !one.day().isBefore(FIRST) && !one.day().isAfter(FIRST.plusMonths(4)))
                .count();
        assertThat(all.before().count()).isEqualTo(before);
        assertThat(page.lines())
                .filteredOn(line -> line.before().count() == 0)
                .allSatisfy(line -> assertThat(line.percent()).isNull());
    }

    private AdmittedForm page(Kind kind, OrganisationId organisation) {
        return forms.page(kind, organisation, YEAR, Scope.EVERYTHING, TODAY);
    }

    private static Map<String, Long> counts(AdmittedForm page) {
        var counts = new HashMap<String, Long>();
        page.lines().forEach(line -> counts.put(line.row().code(), line.now().count()));
        return counts;
    }

    private boolean east(Told one) {
        return !one.cell().equals(tree.westCell());
    }

    private List<Told> here(OrganisationId organisation) {
        return told.stream()
                .filter(one -> organisation.equals(tree.eastCell())
                        ? one.cell().equals(tree.eastCell())
                        : east(one) != organisation.equals(tree.west()))
                .filter(one -> !one.day().isBefore(FIRST) && !one.day().isAfter(LAST))
                .toList();
    }

    private Map<String, Long> naive(OrganisationId organisation) {
        var counts = new HashMap<String, Long>();
        for (var one : here(organisation)) {
            add(counts, "I", true);
            add(counts, "Ia", one.woman());
            add(counts, "Ib", !one.religion().equals("NONE"));
            add(counts, "Ig", false);
            add(counts, "II1x", true);
            var age = age(one);
            add(counts, "II2x", age < 18);
            add(counts, "II2a", age >= 18 && age <= 30);
            add(counts, "II2b", age > 30 && age <= 35);
            add(counts, "II2c", age > 35 && age <= 40);
            add(counts, "II2d", age > 40 && age <= 45);
            add(counts, "II2e", age > 45 && age <= 50);
            add(counts, "II2f", age > 50 && age <= 55);
            add(counts, "II2g", age > 55 && age <= 60);
            add(counts, "II2h", age > 60);
            add(counts, "II3x", one.education() == null);
            add(counts, "II3_LOWER_SECONDARY", "LOWER_SECONDARY".equals(one.education()));
            add(counts, "II3_UPPER_SECONDARY", "UPPER_SECONDARY".equals(one.education()));
            add(counts, "II4", one.qualification() != null);
            add(counts, "II4_COLLEGE", "COLLEGE".equals(one.qualification()));
            add(counts, "II4_UNIVERSITY", "UNIVERSITY".equals(one.qualification()));
        }
        return counts;
    }

    private static void add(Map<String, Long> counts, String row, boolean counted) {
        counts.merge(row, counted ? 1L : 0L, Long::sum);
    }

    private static long age(Told one) {
        return ChronoUnit.YEARS.between(one.born(), one.day());
    }
}

package vn.partyregister.sample;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.partyregister.platform.RegisterProperties;

/** What the spreadsheets of the register of Trà Vinh say, before anything is loaded. */
@NullMarked
class SampleFiguresTests {
    private static final LocalDate OPENING = LocalDate.of(2018, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Sample SAMPLE = grow();
    private static final Map<String, SampleOrganisation> BY_CODE = byCode();

    private record Sample(SampleTree tree, List<SampleMember> members, List<SampleMember> left) {}

    private static Sample grow() {
        var folder = new SampleFolder("tra-vinh");
        var figures = SampleFigures.of(folder);
        var tree = SampleTree.grow(folder, figures);
        var everybody = SamplePeople.raise(
                folder, figures, tree, new RegisterProperties.Sample(OPENING, TODAY), _ -> Period.ofMonths(12));
        return new Sample(tree, everybody.members(), everybody.left());
    }

    private static Map<String, SampleOrganisation> byCode() {
        var byCode = new HashMap<String, SampleOrganisation>();
        for (var organisation : SAMPLE.tree().organisations()) {
            assertThat(byCode.put(organisation.code(), organisation)).isNull();
        }
        return byCode;
    }

    @Test
    void theTreeHasThirteenDirectCommitteesFiveHundredAndTwoBasesAndTwoThousandAndFiveCells() {
        var types = SAMPLE.tree().organisations().stream().collect(groupingBy(SampleOrganisation::type, counting()));

        assertThat(types)
                .containsEntry("DB_TINH", 1L)
                .containsEntry("DB_HUYEN", 9L)
                .containsEntry("DB_CAPTREN_TT", 4L)
                .containsEntry("DB_CS", 197L)
                .containsEntry("CB_CS", 305L)
                .containsEntry("CB_TT", 2005L)
                .containsEntry("DB_BP", 4L)
                .hasSize(7);
    }

    @Test
    void everyOrganisationComesAfterItsParentAndStandsWhereItsTypeMay() {
        var allowed = Map.of(
                "DB_HUYEN", List.of("DB_TINH"),
                "DB_CAPTREN_TT", List.of("DB_TINH"),
                "DB_CS", List.of("DB_HUYEN", "DB_CAPTREN_TT"),
                "CB_CS", List.of("DB_HUYEN", "DB_CAPTREN_TT"),
                "DB_BP", List.of("DB_CS"),
                "CB_TT", List.of("DB_CS", "DB_BP"));
        var told = new HashMap<String, String>();
        for (var organisation : SAMPLE.tree().organisations()) {
            if (organisation.parent() != null) {
                assertThat(allowed.get(organisation.type())).contains(told.get(organisation.parent()));
            }
            told.put(organisation.code(), organisation.type());
        }
    }

    @Test
    void brothersHaveDifferentNames() {
        assertThat(SAMPLE.tree().organisations().stream()
                        .collect(groupingBy(o -> o.parent() + " " + o.name(), counting())))
                .allSatisfy((_, times) -> assertThat(times).isOne());
    }

    @Test
    void fortySixThousandTwoHundredAndFourteenBelongToCellsSixThousandAndThirtyFourOfThemExempt() {
        assertThat(SAMPLE.members()).hasSize(46_214);
        assertThat(SAMPLE.members()).filteredOn(m -> m.exemptFrom() != null).hasSize(6_034);
        assertThat(SAMPLE.members())
                .extracting(m ->
                        Objects.requireNonNull(BY_CODE.get(m.organisation())).type())
                .containsOnly("CB_CS", "CB_TT");
    }

    @Test
    void theAdmissionsOfEachYearAreTheReportedOnes() {
        var byYear = SAMPLE.members().stream()
                .filter(m -> m.joinedOn().isAfter(OPENING))
                .collect(groupingBy(m -> m.joinedOn().getYear(), counting()));

        assertThat(byYear).isEqualTo(Map.of(2019, 1_540L, 2020, 1_100L, 2021, 1_135L, 2022, 157L));
        assertThat(SAMPLE.members()).allSatisfy(m -> assertThat(m.joinedOn()).isBeforeOrEqualTo(TODAY));
    }

    /** The cell and the committee above take their weeks: of a hundred whose months are over they have not decided yet. */
    @Test
    void whoseTwelveMonthsAreNotOverIsOnProbationAndHasNoCard() {
        var undecided = 0;
        for (var member : SAMPLE.members()) {
            var over = member.joinedOn().plusMonths(12);
            if (member.officialOn() == null) {
                assertThat(over).isAfter(TODAY.minusDays(100));
                assertThat(member.cardNumber()).isNull();
                undecided += over.isAfter(TODAY) ? 0 : 1;
            } else if (member.joinedOn().getYear() > 1976) {
                assertThat(member.officialOn()).isEqualTo(over).isBefore(TODAY.minusDays(11));
            } else {
                assertThat(member.officialOn()).isAfterOrEqualTo(over);
            }
        }
        assertThat(undecided).isBetween(60, 150);
    }

    @Test
    void nobodyJoinsBeforeEighteen() {
        assertThat(SAMPLE.members())
                .allSatisfy(m -> assertThat(m.joinedOn())
                        .isAfterOrEqualTo(m.born().latest().plusYears(18)));
    }

    @Test
    void everyCellHasThreeOfficialMembersOnBothDaysAndNotOnlyExemptOnes() {
        for (var day : List.of(OPENING, TODAY)) {
            var official = SAMPLE.members().stream()
                    .filter(m -> m.officialOn() != null && !m.officialOn().isAfter(day))
                    .filter(m -> m.exemptFrom() == null)
                    .collect(groupingBy(SampleMember::organisation, counting()));
            assertThat(official)
                    .hasSize(2_310)
                    .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(3));
        }
    }

    @Test
    void aBaseCommitteeHasThirtyMembersAndABaseCellFewer() {
        var ofBase = SAMPLE.members().stream()
                .collect(groupingBy(m -> m.organisation().substring(0, "84.000.000".length()), counting()));
        for (var organisation : SAMPLE.tree().organisations()) {
            var members = ofBase.getOrDefault(organisation.code().substring(0, "84.000.000".length()), 0L);
            if (organisation.type().equals("DB_CS")) {
                assertThat(members).as(organisation.name()).isGreaterThanOrEqualTo(30);
            } else if (organisation.type().equals("CB_CS")) {
                assertThat(members).as(organisation.name()).isLessThan(30);
            }
        }
    }

    @Test
    void whoLeftBelongedOnTheOpeningDayAndLeftAsTheReportSays() {
        var ways = SAMPLE.left().stream().collect(groupingBy(m -> leaving(m).how(), counting()));
        assertThat(ways).containsEntry("STRUCK_OFF", 573L).containsEntry("LEFT", 332L);
        assertThat(SAMPLE.left()).allSatisfy(m -> {
            assertThat(m.joinedOn()).isBefore(OPENING);
            assertThat(leaving(m).on()).isAfter(OPENING).isBeforeOrEqualTo(TODAY);
            assertThat(m.joinedOn()).isAfterOrEqualTo(m.born().latest().plusYears(18));
            var official = m.officialOn();
            assertThat(
                            official == null
                                    ? m.joinedOn().plusMonths(12)
                                    : leaving(m).on())
                    .isAfterOrEqualTo(official == null ? leaving(m).on() : official);
        });
        assertThat(SAMPLE.left().stream().filter(m -> m.officialOn() == null)).hasSizeBetween(10, 90);
    }

    private static SampleMember.Leaving leaving(SampleMember member) {
        return Objects.requireNonNull(member.left());
    }

    private static List<SampleMember> everybody() {
        return Stream.concat(SAMPLE.members().stream(), SAMPLE.left().stream()).toList();
    }

    @Test
    void noNumberIsGivenTwiceAndNoneCanBeReal() {
        assertThat(everybody())
                .extracting(SampleMember::citizenNumber)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("099[0-3][0-9]{8}"));
        assertThat(everybody())
                .filteredOn(m -> m.cardNumber() != null)
                .extracting(SampleMember::cardNumber)
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(number).matches("99[0-9]{6}"));
        assertThat(everybody())
                .extracting(SampleMember::fileNumber)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("[0-9]{6}TV"));
    }

    @Test
    void noTwoPeopleShareNameAndBirthDateAndEveryTextIsComposed() {
        assertThat(everybody().stream().collect(groupingBy(m -> m.fullName() + m.born(), counting())))
                .hasSize(48_584);
        assertThat(everybody())
                .flatExtracting(m -> m.columns().values())
                .allMatch(text -> Normalizer.isNormalized((String) text, Normalizer.Form.NFC));
        assertThat(SAMPLE.tree().organisations()).allMatch(o -> Normalizer.isNormalized(o.name(), Normalizer.Form.NFC));
    }

    @Test
    void womenAndKhmerAreAsManyAsInTheProvince() {
        assertThat(share(m -> m.sex().equals("FEMALE"))).isBetween(0.34, 0.40);
        assertThat(share(m -> m.ethnicity().equals("KHMER"))).isBetween(0.15, 0.21);
    }

    @Test
    void theKhmerBearKhmerNamesAndTheKinhTheirs() {
        var khmer = SAMPLE.members().stream().filter(m -> m.ethnicity().equals("KHMER"));
        var kinh = SAMPLE.members().stream().filter(m -> m.ethnicity().equals("KINH"));
        assertThat(share(khmer, m -> family(m).matches("Thạch|Sơn|Kim|Kiên|Lâm|Danh|Trầm")))
                .isBetween(0.75, 0.90);
        assertThat(share(kinh, m -> family(m).matches("Thạch|Sơn|Kim|Kiên|Danh|Trầm")))
                .isZero();
        assertThat(SAMPLE.members())
                .filteredOn(m -> m.ethnicity().equals("KHMER"))
                .extracting(SampleFiguresTests::family)
                .contains("Thạch", "Sơn", "Kim", "Kiên", "Danh", "Trầm", "Lục", "Kỳ");
        assertThat(SAMPLE.members())
                .filteredOn(m -> m.ethnicity().equals("KINH"))
                .filteredOn(m -> family(m).equals("Nguyễn"))
                .hasSizeBetween(9_000, 14_000);
    }

    private static String family(SampleMember member) {
        return member.fullName().substring(0, member.fullName().indexOf(' '));
    }

    @Test
    void theyAreOfAllAgesAndNobodyIsOlderThanPeopleGet() {
        assertThat(SAMPLE.members()).allSatisfy(m -> assertThat(age(m)).isBetween(18, 99));
        assertThat(share(m -> age(m) < 35)).isBetween(0.15, 0.30);
        assertThat(share(m -> age(m) >= 35 && age(m) < 60)).isBetween(0.45, 0.60);
        assertThat(share(m -> age(m) >= 60)).isBetween(0.18, 0.35);
        assertThat(SAMPLE.members())
                .filteredOn(m -> m.exemptFrom() != null)
                .allSatisfy(m -> assertThat(age(m)).isGreaterThanOrEqualTo(50));
    }

    private static int age(SampleMember member) {
        return Period.between(member.born().earliest(), TODAY).getYears();
    }

    @Test
    void theyHaveLearntAsMuchAsPeopleOfTheirAgeHave() {
        assertThat(share(m -> has(m, "qualification", "UNIVERSITY|MASTER|DOCTOR.*")))
                .isBetween(0.30, 0.55);
        assertThat(share(m -> has(m, "qualification", "MASTER|DOCTOR.*"))).isBetween(0.005, 0.06);
        assertThat(share(m -> has(m, "political_theory", "ADVANCED.*"))).isBetween(0.02, 0.10);
        assertThat(SAMPLE.members()).allSatisfy(m -> assertThat(m.facts()).containsKey("general_education"));
        var young = SAMPLE.members().stream().filter(m -> age(m) < 40);
        var old = SAMPLE.members().stream().filter(m -> age(m) >= 70);
        assertThat(share(young, m -> has(m, "general_education", "UPPER_SECONDARY")))
                .isGreaterThan(0.9)
                .isGreaterThan(share(old, m -> has(m, "general_education", "UPPER_SECONDARY")) + 0.2);
    }

    private static boolean has(SampleMember member, String fact, String pattern) {
        return member.facts().getOrDefault(fact, "").matches(pattern);
    }

    @Test
    void theSameRegisterGrowsEveryTime() throws Exception {
        assertThat(digest(grow())).isEqualTo(digest(SAMPLE));
    }

    /** On every machine, in every year: where the sample is meant to change, this changes with it. */
    @Test
    void theRegisterIsTheOneThatWasAlwaysGrown() throws Exception {
        assertThat(digest(SAMPLE)).isEqualTo("06910a65b6556c4407689c78a4d4fc3e38f3230d44ef0a849351c01659db7024");
    }

    private static double share(Predicate<SampleMember> which) {
        return share(SAMPLE.members().stream(), which);
    }

    private static double share(Stream<SampleMember> among, Predicate<SampleMember> which) {
        return among.collect(averagingInt(member -> which.test(member) ? 1 : 0));
    }

    private static String digest(Sample sample) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        Function<Object, byte[]> bytes = row -> row.toString().getBytes(StandardCharsets.UTF_8);
        sample.tree().organisations().forEach(row -> digest.update(bytes.apply(row)));
        sample.members().forEach(row -> digest.update(bytes.apply(new TreeMap<>(row.columns()))));
        sample.left().forEach(row -> digest.update(bytes.apply(new TreeMap<>(row.columns()))));
        return HexFormat.of().formatHex(digest.digest());
    }
}

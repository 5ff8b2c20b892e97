package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.RegisterTest;
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;

/** What is met, not met and not known, criterion by criterion; each names its rule. */
@RegisterTest
@NullUnmarked
class CriteriaTests {
    private static final LocalDate DAY = day(15, 4, 2022);

    @Autowired
    private Eligibility eligibility;

    @Autowired
    private Procedures procedures;

    private static Candidate candidate(
            LocalDate born, String religion, String union, @Nullable String education, boolean foreignSpouse) {
        return Candidate.named(
                "Kim Văn Xét",
                "MALE",
                PartialDate.of(born),
                "KHMER",
                religion,
                "FARMER",
                union,
                education,
                education == null ? null : "DIPLOMA",
                null,
                null,
                foreignSpouse);
    }

    private static AdmissionCase of(Candidate candidate) {
        return AdmissionCase.open(new NewCase(candidate, null, OrganisationId.next(), day(1, 3, 2022), null), "test");
    }

    private Map<String, State> states(AdmissionCase one) {
        assertThat(eligibility.of(one, DAY))
                .allSatisfy(criterion ->
                        assertThat(criterion.source()).as(criterion.key()).isNotNull());
        return eligibility.of(one, DAY).stream().collect(Collectors.toMap(Criterion::key, Criterion::state));
    }

    @Test
    void ofSomebodyOfWhomNothingIsKnownYetNothingIsMetThatNobodyCanTell() {
        var young = of(candidate(day(1, 5, 2000), "BUDDHISM", "NEITHER", null, false));
        assertThat(states(young))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "citizenship", State.UNKNOWN,
                        "age-least", State.MET,
                        "age-most", State.MET,
                        "education", State.UNKNOWN,
                        "certificate", State.UNKNOWN,
                        "union", State.UNKNOWN,
                        "relatives-not-listed", State.UNKNOWN,
                        "biography", State.UNKNOWN,
                        "political-standard", State.UNKNOWN,
                        "believer", State.UNKNOWN))
                .doesNotContainKey("again-consent");
    }

    @Test
    void whatDoesNotConcernSomebodyIsNotAsked() {
        assertThat(states(of(candidate(day(1, 5, 1990), "NONE", "NEITHER", "UPPER_SECONDARY", false))))
                .doesNotContainKeys("believer", "married-to-a-foreigner", "again-consent", "education-consent")
                .containsEntry("education", State.MET);
    }

    /** From 16/06/2022 the superior sends somebody where there is no member yet; a case follows the day it began. */
    @ParameterizedTest
    @CsvSource({"2022-06-15, false", "2022-06-16, true"})
    void forAPlaceWithoutMembersTheSuperiorSendsSomebody(LocalDate opened, boolean told) {
        var nominated = candidate(day(1, 5, 1990), "NONE", "NEITHER", "UPPER_SECONDARY", false);
        var one = AdmissionCase.open(
                new NewCase(nominated, null, OrganisationId.next(), opened, null, "Công ty Giày Thử"), "test");
        assertThat(eligibility.of(one, day(1, 7, 2022)))
                .filteredOn(criterion -> criterion.key().equals("place-without-members"))
                .hasSize(told ? 1 : 0)
                .allSatisfy(criterion -> assertThat(criterion)
                        .returns(State.UNKNOWN, Criterion::state)
                        .returns("21-NQ/TW", place -> place.source().directive())
                        .returns(List.of("Công ty Giày Thử"), Criterion::arguments));
        assertThat(states(of(nominated))).doesNotContainKey("place-without-members");
    }

    @Test
    void aMarriageWithAForeignerIsForTheCommitteeToExamine() {
        assertThat(states(of(candidate(day(1, 5, 1990), "NONE", "NEITHER", "UPPER_SECONDARY", true))))
                .containsEntry("married-to-a-foreigner", State.UNKNOWN);
    }

    /** Thirty years, counted by the month: whoever is older is not asked for the union. */
    @ParameterizedTest
    @CsvSource({
        "01/04/1991, NEITHER, MET",
        "30/04/1991, NEITHER, MET",
        "01/05/1991, NEITHER, UNKNOWN",
        "01/05/1991, YOUTH_UNION, MET",
        "01/05/1991, TRADE_UNION, MET"
    })
    void whoIsOfTheAgeOfTheUnionBelongsToOneOrNobodyKnowsWhy(String born, String union, State state) {
        var candidate = candidate(Dates.read(born).orElseThrow(), "NONE", union, "UPPER_SECONDARY", false);
        assertThat(states(of(candidate))).containsEntry("union", state);
    }

    @ParameterizedTest
    @CsvSource({"PRIMARY, NOT_MET", "LOWER_SECONDARY, MET", "UPPER_SECONDARY, MET"})
    void lessThanTheRuleAsksIsNotMet(String education, State state) {
        assertThat(states(of(candidate(day(1, 5, 1990), "NONE", "NEITHER", education, false))))
                .containsEntry("education", state);
    }

    /** Twelve months from the conclusion: on the last day it holds, a day later it has to be verified anew. */
    @ParameterizedTest
    @CsvSource({"15/04/2021, MET", "14/04/2021, NOT_MET"})
    void aBiographyHoldsForTwelveMonths(String verified, State state) {
        var day = Dates.read(verified).orElseThrow();
        var one = AdmissionCase.open(
                new NewCase(
                        candidate(day(1, 5, 1990), "NONE", "NEITHER", "UPPER_SECONDARY", false),
                        null,
                        OrganisationId.next(),
                        day.minusDays(1),
                        null),
                "test");
        var procedure = procedures.on(day, Set.of());
        for (var stage : List.of(
                Stage.SYMPATHISER,
                Stage.COURSE_DONE,
                Stage.HELPER_SET,
                Stage.APPLIED,
                Stage.BIO_DECLARED,
                Stage.BIO_VERIFIED)) {
            one.reach(stage, stage, StepEntry.on(day), procedure, "test");
        }
        assertThat(states(one)).containsEntry("biography", state);
    }
}

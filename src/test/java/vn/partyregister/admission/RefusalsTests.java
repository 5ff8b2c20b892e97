package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Refusals on the way, and a saved case that goes its way over two changes of the rules. Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class RefusalsTests {
    private static final Map<Stage, LocalDate> OVER_TWO_CHANGES = Map.ofEntries(
            Map.entry(Stage.SYMPATHISER, day(30, 7, 2021)),
            Map.entry(Stage.COURSE_DONE, day(2, 8, 2021)),
            Map.entry(Stage.HELPER_SET, day(3, 8, 2021)),
            Map.entry(Stage.APPLIED, day(10, 8, 2021)),
            Map.entry(Stage.BIO_DECLARED, day(16, 8, 2021)),
            Map.entry(Stage.BIO_VERIFIED, day(1, 10, 2021)),
            Map.entry(Stage.OPINIONS, day(15, 10, 2021)),
            Map.entry(Stage.CELL_VOTED, day(1, 11, 2021)),
            Map.entry(Stage.BASE_RESOLVED, day(15, 11, 2021)));

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private List<MemberId> officials;
    private Cases cases;

    @BeforeEach
    void aCellOfTwo() {
        tree = orgs.tree();
        officials = List.of(
                people.add(tree.eastCell(), person -> person.named("Trần Văn Một")),
                people.add(tree.eastCell(), person -> person.named("Trần Văn Hai")));
        cases = new Cases(admissions, orgs, tree, officials);
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    private static void refusedBy(String directive, String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(act)
                .returns(key, RuleBroken::key)
                .returns(directive, broken -> broken.source().directive());
    }

    private AdmissionFile read(AdmissionCaseId id) {
        return files.open(id, Scope.EVERYTHING);
    }

    private static Relative candidate(LocalDate sent, LocalDate returned, String result) {
        return new Relative("CANDIDATE", "Thạch Thị Mai", "Đảng ủy xã", "5-CV", sent, returned, result, null);
    }

    @Test
    void lettersComeBackAfterTheyWentOutAndBeforeTheConclusion() {
        var sent = day(10, 7, 2020);
        refused("admission.returned-before-sent", () -> candidate(sent, sent.minusDays(1), "CONFIRMED"));
        refused("admission.result-without-day", () -> candidate(sent, null, "CONFIRMED"));
        var id = cases.at(Stage.BIO_DECLARED);
        var concluded = Cases.dayOf(Stage.BIO_VERIFIED);
        admissions.add(id, candidate(sent, concluded.plusDays(1), "CONFIRMED"), Scope.EVERYTHING);
        refused(
                "admission.concluded-before-returned",
                () -> admissions.reach(id, Stage.BIO_VERIFIED, StepEntry.on(concluded), Scope.EVERYTHING));
        admissions.set(id, 0, candidate(sent, sent, "CONFIRMED"), Scope.EVERYTHING);
        refused(
                "admission.no-such-relative",
                () -> admissions.set(id, 1, candidate(sent, sent, "CONFIRMED"), Scope.EVERYTHING));
        admissions.reach(id, Stage.BIO_VERIFIED, StepEntry.on(concluded), Scope.EVERYTHING);
    }

    @Test
    void aHelperIsReplacedAndNothingElseIsToldTwice() {
        var id = cases.at(Stage.APPLIED);
        var other = cases.entry(
                Stage.HELPER_SET,
                Cases.dayOf(Stage.APPLIED),
                usual -> new StepEntry(usual.day(), null, null, null, officials.subList(1, 2), null, null, null));
        admissions.change(id, Stage.HELPER_SET, other, Scope.EVERYTHING);
        assertThat(read(id).step(Stage.HELPER_SET).members()).containsExactly(officials.get(1));
        assertThat(read(id).one().stage()).isEqualTo(Stage.APPLIED);
        refused(
                "admission.not-to-change",
                () -> admissions.change(id, Stage.APPLIED, StepEntry.on(Cases.dayOf(Stage.APPLIED)), Scope.EVERYTHING));
        var early = cases.open();
        refused("admission.not-to-change", () -> admissions.change(early, Stage.HELPER_SET, other, Scope.EVERYTHING));
    }

    @Test
    void anIntroducerIsAnOfficialMember() {
        var day = Cases.dayOf(Stage.OPINIONS);
        var probationer = people.add(
                tree.eastCell(), person -> person.named("Sơn Dự Bị").joined(day.minusMonths(11), day.plusDays(1)));
        var id = cases.at(Stage.BIO_VERIFIED);
        refusedBy(
                "Điều lệ Đảng",
                "admission.introducer-not-official",
                () -> cases.reach(
                        id,
                        Stage.OPINIONS,
                        new StepEntry(
                                day, null, null, null, List.of(officials.get(0), probationer), null, null, null)));
    }

    @Test
    void aDocumentIsNoLaterThanWhatItTells() {
        var id = cases.open();
        var day = Cases.dayOf(Stage.SYMPATHISER);
        refused(
                "admission.document-after-step",
                () -> cases.reach(
                        id,
                        Stage.SYMPATHISER,
                        new StepEntry(
                                day,
                                new Document("1-NQ/CB", day.plusDays(1), null),
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                null)));
    }

    @Test
    void whoHasTooLittleEducationIsRefusedAtTheVote() {
        var pupil = Cases.candidate(PartialDate.of(day(15, 3, 1990)), "PRIMARY", "DIPLOMA");
        var id = cases.bring(cases.open(pupil, null, tree.eastCell()), Stage.OPINIONS);
        refusedBy("29-QĐ/TW", "admission.refused.education", () -> cases.reach(id, Stage.CELL_VOTED));
    }

    @Test
    void anExceptionOfEducationNeedsItsConsentBeforeTheDecision() {
        var elder = Candidate.named(
                "Thạch Già Làng",
                "MALE",
                PartialDate.of(day(15, 3, 1970)),
                "KHMER",
                "NONE",
                "FARMER",
                "NEITHER",
                "LITERATE",
                null,
                "PRESTIGIOUS",
                null,
                false);
        var id = cases.bring(cases.open(elder, null, tree.eastCell()), Stage.BASE_RESOLVED);
        refused("admission.refused.education-consent", () -> cases.reach(id, Stage.DECIDED));
        consent(id, Paper.EDUCATION, Cases.DECIDED.plusDays(1));
        refused("admission.refused.education-consent", () -> cases.reach(id, Stage.DECIDED));
        consent(id, Paper.EDUCATION, Cases.DECIDED);
        assertThat(cases.reach(id, Stage.DECIDED)).isEqualTo(Stage.DECIDED);
    }

    private void consent(AdmissionCaseId id, String kind, LocalDate day) {
        admissions.add(id, new Paper(kind, "12-CV/TU", day, "Ban Thường vụ Tỉnh ủy", "test"), Scope.EVERYTHING);
    }

    /** A cell that is the base organisation itself has no committee of its own to pass. */
    @Test
    void aCellThatIsTheBaseGoesFromItsVoteToTheDecision() {
        var cell = orgs.add("Chi bộ Bưu điện " + tree.east(), "CB_CS", "NHA_NUOC", tree.east());
        var there = new Cases(
                admissions,
                orgs,
                tree,
                List.of(
                        people.add(cell, person -> person.named("Lâm Thị Một")),
                        people.add(cell, person -> person.named("Lâm Thị Hai"))));
        var id = there.bring(there.open(Cases.ordinary(), null, cell), Stage.CELL_VOTED);
        refused("admission.not-next", () -> there.reach(id, Stage.BASE_RESOLVED));
        assertThat(there.reach(id, Stage.DECIDED)).isEqualTo(Stage.DECIDED);
        there.bring(id, Stage.CEREMONY, Stage.CEREMONY);
        assertThat(read(id).one().member()).isNotNull();
    }

    /**
     * 29-QĐ/TW ended on 29/07/2021, 01-HD/TW of 2016 on 27/09/2021: a case of that day goes on under both to its ceremony in
     * 2022; who decides follows the day of the decision. One opened a day later is asked for a diploma.
     */
    @ParameterizedTest
    @CsvSource({"29/07/2021, 29-QĐ/TW, true", "30/07/2021, 24-QĐ/TW, false"})
    void aCaseGoesItsWayOverTwoChangesOfTheRules(String opened, String directive, boolean enough) {
        var person = Cases.candidate(PartialDate.of(day(1, 1, 1990)), "LOWER_SECONDARY", "EQUIVALENT");
        var id = admissions.open(
                new NewCase(person, null, tree.eastCell(), Dates.read(opened).orElseThrow(), null), Scope.EVERYTHING);
        to(id, Stage.OPINIONS);
        if (!enough) {
            refusedBy(
                    directive,
                    "admission.refused.education",
                    () -> cases.reach(id, Stage.CELL_VOTED, entry(Stage.CELL_VOTED)));
            return;
        }
        cases.reach(id, Stage.CELL_VOTED, entry(Stage.CELL_VOTED));
        cases.reach(id, Stage.BASE_RESOLVED, entry(Stage.BASE_RESOLVED));
        var decided = day(20, 1, 2022);
        refusedBy(
                "24-QĐ/TW",
                "admission.not-delegated",
                () -> cases.reach(id, Stage.DECIDED, decision(decided, orgs.name(tree.eastBase()))));
        cases.reach(id, Stage.DECIDED, decision(decided, orgs.name(tree.east())));
        var file = read(id);
        assertThat(file.criteria())
                .filteredOn(one -> one.key().equals("education"))
                .singleElement()
                .returns(State.MET, Criterion::state)
                .returns(directive, one -> one.source().directive());
        assertThat(file.codes(file.procedure().get(Stage.DECIDED))).isEqualTo("9-KNĐ");
        var last = file.deadlines().ceremonyBy();
        assertThat(last).as("thirty working days from 20/01/2022, Tết between").isEqualTo(day(10, 3, 2022));
        refusedBy(
                directive,
                "admission.ceremony-late",
                () -> cases.reach(id, Stage.CEREMONY, StepEntry.on(last.plusDays(1))));
        assertThat(cases.reach(id, Stage.CEREMONY, StepEntry.on(last))).isEqualTo(Stage.CEREMONY);
    }

    private void to(AdmissionCaseId id, Stage last) {
        for (var stage : Stage.values()) {
            if (stage != Stage.SOURCE && stage.compareTo(last) <= 0) {
                cases.reach(id, stage, entry(stage));
            }
        }
    }

    private StepEntry entry(Stage stage) {
        return cases.entry(stage, OVER_TWO_CHANGES.get(stage));
    }

    private static StepEntry decision(LocalDate day, String issuer) {
        return new StepEntry(
                day, new Document(System.nanoTime() + "-QĐ/HU", day, issuer), null, null, List.of(), null, null, null);
    }
}

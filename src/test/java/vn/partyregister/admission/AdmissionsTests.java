package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** The way of a case and its guards, each at its edge. Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class AdmissionsTests {
    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CodeLists lists;

    private Orgs.Tree tree;
    private List<MemberId> officials;
    private Cases cases;

    @BeforeEach
    void aCellOfThree() {
        tree = orgs.tree();
        cases = Cases.ofThree(admissions, orgs, people, tree);
        officials = cases.officials();
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    private static void refusedBy(String rule, String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(act)
                .returns(key, RuleBroken::key)
                .satisfies(broken -> assertThat(broken.source()).isNotNull())
                .satisfies(broken -> assertThat(broken.source().ruleKey()).isEqualTo(rule));
    }

    private AdmissionCase read(AdmissionCaseId id) {
        return files.open(id, Scope.EVERYTHING).one();
    }

    private List<String> standings(AdmissionCaseId id) {
        return jdbc.sql("""
                        select s.status || ' ' || lower(s.valid) from membership.standing s
                        join admission.admission_case c on c.member_id = s.member_id where c.id = ? order by lower(s.valid)
                        """).param(id.id()).query(String.class).list();
    }

    @Test
    void aCaseGoesFromTheSourceToAnOfficialMember() {
        var id = cases.at(Stage.OFFICIAL);
        assertThat(read(id).stage()).isEqualTo(Stage.OFFICIAL);
        assertThat(standings(id)).containsExactly("PROBATIONARY 2021-02-03", "OFFICIAL 2022-02-03");
        assertThat(jdbc.sql("""
                        select decided_on || ' ' || joined_on || ' ' || official_on from member.member
                        where id = (select member_id from admission.admission_case where id = ?)
                        """).param(id.id()).query(String.class).single())
                .as(
                        "party age from the decision, probation from the ceremony, official the day it ended though decided later")
                .isEqualTo("2021-01-04 2021-02-03 2022-02-03");
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"SYMPATHISER", "HELPER_SET", "BIO_VERIFIED", "CELL_VOTED", "DECIDED", "CEREMONY", "OFFICIAL"})
    void noStageIsLeftOut(Stage stage) {
        var id = cases.open();
        if (stage == Stage.SYMPATHISER) {
            cases.reach(id, stage);
        }
        refusedBy("admission-order", "admission.not-next", () -> cases.reach(id, stage));
    }

    @Test
    void aPartialCommitteeAppraisesOnlyBelowItself() {
        var partial = orgs.add("Đảng bộ bộ phận " + tree.eastCell(), "DB_BP", null, tree.eastBase());
        var cell = orgs.add("Chi bộ thuộc bộ phận " + tree.eastCell(), "CB_TT", null, partial);
        var below = new ArrayList<MemberId>();
        for (var name : List.of("Lê Thị Một", "Lê Thị Hai")) {
            below.add(people.add(cell, person -> person.named(name)));
        }
        var there = new Cases(admissions, orgs, tree, below);
        var id = there.bring(there.open(Cases.ordinary(), null, cell), Stage.CELL_VOTED);
        refused("admission.not-next", () -> there.reach(id, Stage.BASE_RESOLVED));
        there.reach(id, Stage.PARTIAL_APPRAISED, there.entry(Stage.PARTIAL_APPRAISED, Cases.VOTED));
        there.reach(id, Stage.BASE_RESOLVED);
        assertThat(read(id).stage()).isEqualTo(Stage.BASE_RESOLVED);
    }

    @ParameterizedTest
    @CsvSource({
        // three official members: two are exactly two thirds
        "3, 3, 2, 1, CELL_VOTED",
        "3, 2, 2, 0, CELL_VOTED",
        "3, 3, 1, 2, REFUSED",
        "3, 1, 1, 0, REFUSED"
    })
    void twoThirdsOfAllOfficialMembersAgree(int entitled, int present, int inFavour, int against, Stage reached) {
        var id = cases.at(Stage.OPINIONS);
        var entry = with(cases.entry(Stage.CELL_VOTED, Cases.VOTED), new Vote(entitled, present, inFavour, against));
        assertThat(cases.reach(id, Stage.CELL_VOTED, entry)).isEqualTo(reached);
        assertThat(read(id).steps().getLast().vote()).isEqualTo(new Vote(entitled, present, inFavour, against));
    }

    @ParameterizedTest
    @CsvSource({"3, 4, 2, 1", "3, 3, 3, 1", "3, 2, 2, 1", "3, 3, -1, 1", "3, 3, 1, -1"})
    void votesThatDoNotFitAreNoVotes(int entitled, int present, int inFavour, int against) {
        refused("admission.votes-do-not-fit", () -> new Vote(entitled, present, inFavour, against));
    }

    @Test
    void whoIsExemptMayBeLeftOutOfAVoteAndNobodyElse() {
        people.add(tree.eastCell(), person -> person.named("Trần Văn Già").exempt(day(1, 1, 2015)));
        var id = cases.at(Stage.OPINIONS);
        for (var wrong : List.of(2, 5)) {
            var entry = with(cases.entry(Stage.CELL_VOTED, Cases.VOTED), new Vote(wrong, 2, 2, 0));
            refusedBy(
                    "cell-vote",
                    "admission.entitled-not-as-registered",
                    () -> cases.reach(id, Stage.CELL_VOTED, entry));
        }
        var attends = with(cases.entry(Stage.CELL_VOTED, Cases.VOTED), new Vote(4, 4, 3, 1));
        assertThat(cases.reach(id, Stage.CELL_VOTED, attends)).isEqualTo(Stage.CELL_VOTED);
    }

    @ParameterizedTest
    @CsvSource({
        // the month counts, not the day
        "01/11/2002, admission.refused.age-least",
        "31/10/2002, ''",
        "15/10/2002, ''"
    })
    void whoIsOfAgeInTheMonthTheCellMeetsIsOfAge(String born, String refusal) {
        var date = LocalDate.parse(born, java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        var id = cases.bring(
                cases.open(Cases.candidate(PartialDate.of(date), "UPPER_SECONDARY", "DIPLOMA"), null, tree.eastCell()),
                Stage.OPINIONS);
        if (refusal.isEmpty()) {
            assertThat(cases.reach(id, Stage.CELL_VOTED)).isEqualTo(Stage.CELL_VOTED);
        } else {
            refusedBy("minimum-age-to-join", refusal, () -> cases.reach(id, Stage.CELL_VOTED));
        }
    }

    @Test
    void whoIsAboveSixtyNeedsConsentThatIsNotLaterThanTheDecision() {
        var old = Cases.candidate(PartialDate.of(day(30, 9, 1960)), "UPPER_SECONDARY", "DIPLOMA");
        var id = cases.bring(cases.open(old, null, tree.eastCell()), Stage.BASE_RESOLVED);
        refusedBy(
                "maximum-age-to-join-without-leave",
                "admission.refused.age-most",
                () -> cases.reach(id, Stage.DECIDED));
        consent(id, Paper.OVER_AGE, Cases.DECIDED.plusDays(1));
        refused("admission.refused.age-most", () -> cases.reach(id, Stage.DECIDED));
        consent(id, Paper.OVER_AGE, Cases.DECIDED);
        assertThat(cases.reach(id, Stage.DECIDED)).isEqualTo(Stage.DECIDED);
    }

    @Test
    void whoIsSixtyInThatMonthNeedsNone() {
        var sixty = Cases.candidate(PartialDate.of(day(1, 10, 1960)), "UPPER_SECONDARY", "DIPLOMA");
        var id = cases.bring(cases.open(sixty, null, tree.eastCell()), Stage.BASE_RESOLVED);
        assertThat(cases.reach(id, Stage.DECIDED)).isEqualTo(Stage.DECIDED);
    }

    @Test
    void aCertificateIsValidOnTheDayTheCellMeetsAndNotADayLonger() {
        var id = cases.at(Stage.SYMPATHISER);
        var day = Cases.dayOf(Stage.COURSE_DONE);
        var old = cases.entry(Stage.COURSE_DONE, day, entry -> with(entry, new Document("1", day(30, 9, 2015), null)));
        cases.reach(id, Stage.COURSE_DONE, old);
        cases.bring(id, Stage.HELPER_SET, Stage.OPINIONS);
        refusedBy(
                "awareness-certificate-validity",
                "admission.refused.certificate",
                () -> cases.reach(id, Stage.CELL_VOTED));
        admissions.change(
                id,
                Stage.COURSE_DONE,
                cases.entry(
                        Stage.COURSE_DONE,
                        Cases.VOTED,
                        entry -> with(entry, new Document("2", day(1, 10, 2015), null))),
                Scope.EVERYTHING);
        assertThat(cases.reach(id, Stage.CELL_VOTED)).isEqualTo(Stage.CELL_VOTED);
    }

    @Test
    void aHelperIsAnOfficialMemberOnThatDay() {
        var day = Cases.dayOf(Stage.HELPER_SET);
        var probationer = people.add(
                tree.eastCell(), person -> person.named("Sơn Dự Bị").joined(day.minusMonths(6), day.plusDays(1)));
        var id = cases.at(Stage.COURSE_DONE);
        var entry = with(cases.entry(Stage.HELPER_SET, day), List.of(probationer));
        refusedBy(
                "helper-of-a-candidate",
                "admission.no-helper",
                () -> cases.reach(id, Stage.HELPER_SET, with(entry, List.of())));
        refusedBy(
                "helper-of-a-candidate",
                "admission.helper-not-official",
                () -> cases.reach(id, Stage.HELPER_SET, entry));
        var later = with(cases.entry(Stage.HELPER_SET, day.plusDays(1)), List.of(probationer));
        assertThat(cases.reach(id, Stage.HELPER_SET, later)).isEqualTo(Stage.HELPER_SET);
    }

    @Test
    void anIntroducerHasBeenInTheBaseOrganisationForTwelveMonths() {
        var day = Cases.dayOf(Stage.OPINIONS);
        var late = people.add(tree.westCell(), person -> person.named("Lâm Mới Đến"));
        people.moved(
                late, tree.westCell(), tree.otherEastCell(), day.minusMonths(12).plusDays(1));
        var inTime = people.add(tree.westCell(), person -> person.named("Lâm Đến Sớm"));
        people.moved(inTime, tree.westCell(), tree.otherEastCell(), day.minusMonths(12));
        var id = cases.at(Stage.BIO_VERIFIED);
        refusedBy(
                "introducer-together",
                "admission.not-together",
                () -> cases.reach(
                        id, Stage.OPINIONS, with(cases.entry(Stage.OPINIONS, day), List.of(officials.get(0), late))));
        refusedBy(
                "introducers",
                "admission.too-few-introducers",
                () -> cases.reach(id, Stage.OPINIONS, with(cases.entry(Stage.OPINIONS, day), List.of(inTime))));
        assertThat(cases.reach(
                        id, Stage.OPINIONS, with(cases.entry(Stage.OPINIONS, day), List.of(officials.get(0), inTime))))
                .isEqualTo(Stage.OPINIONS);
    }

    @Test
    void theYouthUnionIntroducesBesideOneMember() {
        var young = Candidate.named(
                "Kim Thị Đoàn",
                "FEMALE",
                PartialDate.of(day(1, 1, 2000)),
                "KHMER",
                "NONE",
                "UNIVERSITY_STUDENT",
                "YOUTH_UNION",
                "UPPER_SECONDARY",
                "DIPLOMA",
                null,
                null,
                false);
        var id = cases.bring(cases.open(young, null, tree.eastCell()), Stage.BIO_VERIFIED);
        var day = Cases.dayOf(Stage.OPINIONS);
        var alone = with(cases.entry(Stage.OPINIONS, day), officials.subList(0, 1));
        refusedBy("introducers", "admission.no-union", () -> cases.reach(id, Stage.OPINIONS, alone));
        var both = new StepEntry(day, null, null, null, officials.subList(0, 1), "Đoàn xã, 3-NQ/ĐTN", null, null);
        assertThat(cases.reach(id, Stage.OPINIONS, both)).isEqualTo(Stage.OPINIONS);
    }

    @Test
    void theConclusionWaitsForEveryResult() {
        var id = cases.at(Stage.BIO_DECLARED);
        refusedBy(
                "relative-to-verify",
                "admission.nobody-verified",
                () -> admissions.reach(
                        id, Stage.BIO_VERIFIED, StepEntry.on(Cases.dayOf(Stage.BIO_VERIFIED)), Scope.EVERYTHING));
        admissions.add(
                id,
                new Relative("PARENT", "Thạch Cha", "Đảng ủy xã", "5-CV", day(10, 7, 2020), null, null, null),
                Scope.EVERYTHING);
        refusedBy("relative-to-verify", "admission.verification-open", () -> cases.reach(id, Stage.BIO_VERIFIED));
        refusedBy(
                "relative-to-verify",
                "admission.no-shortcut",
                () -> admissions.set(
                        id,
                        0,
                        new Relative("PARENT_IN_LAW", "Thạch Cha", "x", null, null, null, Relative.NOT_NEEDED, null),
                        Scope.EVERYTHING));
        admissions.set(
                id,
                0,
                new Relative("PARENT", "Thạch Cha", "Đảng ủy xã", null, null, null, Relative.NOT_NEEDED, null),
                Scope.EVERYTHING);
        assertThat(admissions.reach(
                        id, Stage.BIO_VERIFIED, StepEntry.on(Cases.dayOf(Stage.BIO_VERIFIED)), Scope.EVERYTHING))
                .isEqualTo(Stage.BIO_VERIFIED);
    }

    /** The candidate is always verified; which relatives there are only the cell knows. */
    @Test
    void theCandidateIsOnTheListAndWhoIsNotIsTold() {
        var id = cases.at(Stage.BIO_DECLARED);
        var back = Cases.dayOf(Stage.BIO_VERIFIED);
        for (var relation : List.of("PARENT", "PARENT_IN_LAW", "RAISED_BY", "CHILD")) {
            admissions.add(
                    id,
                    new Relative(relation, "Thạch Người", "Đảng ủy xã", null, null, back, "CONFIRMED", null),
                    Scope.EVERYTHING);
        }
        refusedBy(
                "relative-to-verify",
                "admission.candidate-not-verified",
                () -> admissions.reach(id, Stage.BIO_VERIFIED, StepEntry.on(back), Scope.EVERYTHING));
        assertThat(cases.reach(id, Stage.BIO_VERIFIED)).isEqualTo(Stage.BIO_VERIFIED);
        assertThat(files.open(id, Scope.EVERYTHING).criteria())
                .filteredOn(one -> one.key().startsWith("relatives"))
                .singleElement()
                .returns(State.UNKNOWN, Criterion::state)
                .returns(List.of(lists.label("relative", "SPOUSE")), Criterion::arguments)
                .returns("relative-to-verify", one -> one.source().ruleKey());
        var whole = cases.at(Stage.BIO_DECLARED);
        for (var relation : List.of("CANDIDATE", "PARENT", "PARENT_IN_LAW", "RAISED_BY", "SPOUSE", "CHILD")) {
            admissions.add(
                    whole,
                    new Relative(relation, "Thạch Người", "Đảng ủy xã", null, null, null, null, null),
                    Scope.EVERYTHING);
        }
        assertThat(files.open(whole, Scope.EVERYTHING).criteria())
                .filteredOn(one -> one.key().startsWith("relatives"))
                .extracting(Criterion::state)
                .containsExactly(State.MET);
    }

    @Test
    void noCeremonyComesBeforeTheDecision() {
        var id = cases.at(Stage.DECIDED);
        refused(
                "membership.joined-before-decision",
                () -> cases.reach(id, Stage.CEREMONY, StepEntry.on(Cases.DECIDED.minusDays(1))));
        assertThat(cases.reach(id, Stage.CEREMONY, StepEntry.on(Cases.DECIDED))).isEqualTo(Stage.CEREMONY);
    }

    /** Thirty working days from 04/01/2021: Tết was from 10/02 to 16/02. */
    @Test
    void aCeremonyIsHeldWithinThirtyWorkingDaysOrWithConsent() {
        var last = day(19, 2, 2021).plusDays(3);
        var id = cases.at(Stage.DECIDED);
        assertThat(files.open(id, Scope.EVERYTHING).deadlines().ceremonyBy()).isEqualTo(last);
        refusedBy(
                "late-ceremony",
                "admission.ceremony-late",
                () -> cases.reach(id, Stage.CEREMONY, StepEntry.on(last.plusDays(1))));
        consent(id, Paper.LATE_CEREMONY, last);
        assertThat(cases.reach(id, Stage.CEREMONY, StepEntry.on(last.plusDays(1))))
                .isEqualTo(Stage.CEREMONY);
    }

    @Test
    void theTermOfTheCeremonyRunsFromTheDayTheDecisionWasReceived() {
        var id = cases.at(Stage.BASE_RESOLVED);
        var entry = cases.entry(Stage.DECIDED, Cases.DECIDED);
        cases.reach(
                id,
                Stage.DECIDED,
                new StepEntry(entry.day(), entry.document(), day(5, 1, 2021), null, List.of(), null, null, null));
        assertThat(files.open(id, Scope.EVERYTHING).deadlines().ceremonyBy()).isEqualTo(day(23, 2, 2021));
    }

    @Test
    void nobodyIsProposedBeforeTheTwelveMonthsAreOver() {
        var id = cases.at(Stage.PROBATION);
        refusedBy(
                "probation",
                "admission.probation-not-over",
                () -> cases.reach(
                        id,
                        Stage.SELF_REVIEW,
                        StepEntry.on(Cases.CEREMONY.plusMonths(12).minusDays(1))));
        assertThat(cases.reach(id, Stage.SELF_REVIEW, StepEntry.on(Cases.CEREMONY.plusMonths(12))))
                .isEqualTo(Stage.SELF_REVIEW);
    }

    @Test
    void aProbationerWhomTheCellDoesNotWantIsStruckOff() {
        var id = cases.at(Stage.SELF_REVIEW);
        var day = Cases.dayOf(Stage.CELL_VOTED_OFFICIAL);
        var against = with(cases.entry(Stage.CELL_VOTED_OFFICIAL, day), new Vote(3, 3, 1, 2));
        assertThat(cases.reach(id, Stage.CELL_VOTED_OFFICIAL, against)).isEqualTo(Stage.NOT_WORTHY);
        cases.reach(id, Stage.STRUCK, cases.entry(Stage.STRUCK, day(1, 3, 2022)));
        assertThat(lastOfJournal(id)).isEqualTo("STRUCK_OFF UNWORTHY_PROBATIONER");
    }

    @Test
    void aWrongAdmissionIsCancelledInTheJournalToo() {
        var id = cases.at(Stage.PROBATION);
        cases.reach(id, Stage.CANCELLED, cases.entry(Stage.CANCELLED, day(1, 3, 2021)));
        assertThat(lastOfJournal(id)).isEqualTo("ADMISSION_CANCELLED STANDARDS");
        refused("admission.is-over", () -> cases.reach(id, Stage.SELF_REVIEW));
    }

    private String lastOfJournal(AdmissionCaseId id) {
        return jdbc.sql("""
                        select kind || ' ' || ground from membership.told
                        where member_id = (select member_id from admission.admission_case where id = ?)
                        order by recorded desc limit 1
                        """).param(id.id()).query(String.class).single();
    }

    @Test
    void aStepBackNeedsNoEraserAndLeavesWhatFollowedWithoutEffect() {
        var id = cases.at(Stage.CELL_VOTED);
        admissions.stepBack(id, Stage.OPINIONS, Cases.VOTED, "biên bản sai", Scope.EVERYTHING);
        var one = read(id);
        assertThat(one.stage()).isEqualTo(Stage.OPINIONS);
        assertThat(one.milestones().votedOn()).isNull();
        assertThat(one.steps()).hasSize(10);
        cases.reach(id, Stage.CELL_VOTED);
        assertThat(read(id).milestones().votedOn()).isEqualTo(Cases.VOTED);
        refused(
                "admission.not-back-to",
                () -> admissions.stepBack(id, Stage.DECIDED, Cases.VOTED, "x", Scope.EVERYTHING));
    }

    /** The vote of 01/10 is found wrong when the decision of 04/01 is there: it was taken on 08/10, and so it is told. */
    @Test
    void whatWasPutBackIsToldAnewWithItsTrueDay() {
        var id = cases.at(Stage.DECIDED);
        admissions.stepBack(id, Stage.OPINIONS, day(20, 1, 2021), "biên bản sai", Scope.EVERYTHING);
        var opinions = Cases.dayOf(Stage.OPINIONS);
        refused(
                "admission.before-the-last",
                () -> cases.reach(id, Stage.CELL_VOTED, cases.entry(Stage.CELL_VOTED, opinions.minusDays(1))));
        cases.reach(id, Stage.CELL_VOTED, cases.entry(Stage.CELL_VOTED, day(8, 10, 2020)));
        assertThat(read(id).milestones().votedOn()).isEqualTo(day(8, 10, 2020));
        assertThat(read(id).since()).isEqualTo(day(8, 10, 2020));
        refused(
                "admission.before-the-last",
                () -> cases.reach(id, Stage.BASE_RESOLVED, cases.entry(Stage.BASE_RESOLVED, day(7, 10, 2020))));
        cases.bring(id, Stage.BASE_RESOLVED, Stage.DECIDED);
    }

    @Test
    void aCaseThatMovedIsToldOfNothingBeforeItCame() {
        var id = cases.at(Stage.APPLIED);
        admissions.move(id, tree.otherEastCell(), day(6, 7, 2020), "đổi nơi cư trú", Scope.EVERYTHING);
        refused("admission.before-the-last", () -> cases.reach(id, Stage.BIO_DECLARED, StepEntry.on(day(5, 7, 2020))));
        cases.reach(id, Stage.BIO_DECLARED, StepEntry.on(day(6, 7, 2020)));
    }

    /** A case that is over is put back only where the person has no other one by now. */
    @Test
    void whatIsOverIsNotBegunAgainBesideAnotherCase() {
        var number = number();
        var first = cases.open(Cases.ordinary(), number, tree.eastCell());
        cases.reach(first, Stage.SYMPATHISER);
        cases.reach(first, Stage.REMOVED, cases.entry(Stage.REMOVED, day(1, 2, 2020)));
        var second = cases.open(Cases.ordinary(), number, tree.westCell());
        refused(
                "admission.in-another-case",
                () -> admissions.stepBack(first, Stage.SYMPATHISER, day(2, 2, 2020), "nhầm", Scope.EVERYTHING));
        cases.reach(second, Stage.REMOVED, cases.entry(Stage.REMOVED, day(1, 2, 2020)));
        admissions.stepBack(first, Stage.SYMPATHISER, day(2, 2, 2020), "nhầm", Scope.EVERYTHING);
        assertThat(read(first).stage()).isEqualTo(Stage.SYMPATHISER);
    }

    @Test
    void aProbationerMovesAndTheCaseFollows() {
        var id = cases.at(Stage.CEREMONY);
        refused(
                "admission.move-the-member",
                () -> admissions.move(id, tree.otherEastCell(), day(5, 3, 2021), "x", Scope.EVERYTHING));
    }

    @Test
    void theJournalIsNotUnwrittenByAStepBack() {
        var id = cases.at(Stage.CEREMONY);
        refused(
                "admission.in-the-journal",
                () -> admissions.stepBack(id, Stage.DECIDED, Cases.CEREMONY, "x", Scope.EVERYTHING));
    }

    @Test
    void aCaseMovesWithItsCandidate() {
        var id = cases.at(Stage.APPLIED);
        admissions.move(id, tree.westCell(), day(5, 7, 2020), "đổi nơi cư trú", Scope.EVERYTHING);
        assertThat(read(id).organisation()).isEqualTo(tree.westCell());
        assertThat(read(id).stage()).isEqualTo(Stage.APPLIED);
        refused(
                "admission.there-already",
                () -> admissions.move(id, tree.westCell(), day(6, 7, 2020), "x", Scope.EVERYTHING));
    }

    @Test
    void aCitizenNumberIsInOneLiveCase() {
        var number = number();
        var first = cases.open(Cases.ordinary(), number, tree.eastCell());
        refused("admission.in-another-case", () -> cases.open(Cases.ordinary(), number, tree.westCell()));
        var west = Scope.of(java.util.Set.of(tree.west().id()));
        refused(
                "admission.in-another-case-elsewhere",
                () -> admissions.open(
                        new NewCase(Cases.ordinary(), number, tree.westCell(), Cases.OPENED, null), west));
        cases.reach(first, Stage.REMOVED, cases.entry(Stage.REMOVED, day(1, 2, 2020)));
        cases.open(Cases.ordinary(), number, tree.westCell());
    }

    @Test
    void aMemberIsNoCandidate() {
        var number = number();
        people.add(tree.eastCell(), person -> person.named("Kim Đã Vào").numbered(null, null, "1 TV", number));
        refused("admission.known", () -> cases.open(Cases.ordinary(), number, tree.eastCell()));
    }

    private static String number() {
        return "084%09d".formatted(Math.floorMod(System.nanoTime(), 1_000_000_000L));
    }

    private void consent(AdmissionCaseId id, String kind, LocalDate day) {
        admissions.add(id, new Paper(kind, "12-CV/TU", day, "Ban Thường vụ Tỉnh ủy", "test"), Scope.EVERYTHING);
    }

    private static StepEntry with(StepEntry entry, @Nullable Vote vote) {
        return new StepEntry(entry.day(), entry.document(), null, vote, List.of(), null, null, null);
    }

    private static StepEntry with(StepEntry entry, List<MemberId> members) {
        return new StepEntry(entry.day(), entry.document(), null, entry.vote(), members, null, null, null);
    }

    private static StepEntry with(StepEntry entry, Document document) {
        return new StepEntry(entry.day(), document, null, entry.vote(), entry.members(), null, null, null);
    }
}

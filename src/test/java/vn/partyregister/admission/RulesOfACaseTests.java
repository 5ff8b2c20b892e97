package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.inbox.Inbox;
import vn.partyregister.inbox.InboxFilter;
import vn.partyregister.inbox.Obligation;
import vn.partyregister.inbox.ObligationState;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Which rules a case follows, who is admitted again, one meeting on many, and what is due. Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class RulesOfACaseTests {
    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private AdmissionList list;

    @Autowired
    private CaseBoard board;

    @Autowired
    private ManyCases many;

    @Autowired
    private Eligibility eligibility;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    private AdmissionCase openedOn(LocalDate day, String proof) {
        var person = Cases.candidate(PartialDate.of(day(1, 1, 1990)), "LOWER_SECONDARY", proof);
        return AdmissionCase.open(new NewCase(person, null, OrganisationId.next(), day, null), "test");
    }

    private Criterion criterion(AdmissionCase one, String key, LocalDate day) {
        return eligibility.of(one, day).stream()
                .filter(criterion -> criterion.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** "Or equivalent" held until 29/07/2021; from 26/07/2026 the curriculum is enough. A case keeps the rules it began with. */
    @ParameterizedTest
    @CsvSource({
        "29/07/2021, EQUIVALENT, 01/08/2026, MET",
        "30/07/2021, EQUIVALENT, 01/08/2026, NOT_MET",
        "29/07/2021, CURRICULUM, 01/08/2026, NOT_MET",
        "25/07/2026, CURRICULUM, 01/08/2026, NOT_MET",
        "26/07/2026, CURRICULUM, 01/08/2026, MET",
        "30/07/2021, DIPLOMA, 01/08/2026, MET"
    })
    void aCaseFinishesUnderTheRulesItBeganWith(String opened, String proof, String met, State state) {
        var one = openedOn(Dates.read(opened).orElseThrow(), proof);
        assertThat(criterion(one, "education", Dates.read(met).orElseThrow()).state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "PRIMARY, HARDSHIP_AREA, MET, ''",
        "LITERATE, HARDSHIP_AREA, NOT_MET, ''",
        "LITERATE, PRESTIGIOUS, MET, NOT_MET",
        "LITERATE, SEA, MET, NOT_MET"
    })
    void whereSchoolsAreFarLessEducationIsEnough(String education, String exception, State state, String consent) {
        var person = Candidate.named(
                "Kim Văn Xa",
                "MALE",
                PartialDate.ofYear(1980),
                "KHMER",
                "NONE",
                "FARMER",
                "NEITHER",
                education,
                null,
                exception,
                null,
                false);
        var one = AdmissionCase.open(new NewCase(person, null, OrganisationId.next(), day(1, 3, 2022), null), "test");
        assertThat(criterion(one, "education", day(1, 4, 2022)).state()).isEqualTo(state);
        if (!consent.isEmpty()) {
            assertThat(criterion(one, "education-consent", day(1, 4, 2022)).state())
                    .isEqualTo(State.valueOf(consent));
        }
    }

    private MemberId left(Orgs.Tree tree, String kind, String ground, LocalDate day) {
        var member = people.add(tree.eastCell(), person -> person.named("Lý Đã Ra"));
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, from_organisation_id, ground, recorded_by)
                        values (uuidv7(), :member, :kind, :day, :cell, :ground, 'test')
                        """)
                .param("member", member.id())
                .param("kind", kind)
                .param("day", day)
                .param("cell", tree.eastCell().id())
                .param("ground", ground)
                .update();
        return member;
    }

    private AdmissionCaseId again(Orgs.Tree tree, MemberId member, LocalDate day) {
        return admissions.open(new NewCase(Cases.ordinary(), null, tree.eastCell(), day, member), Scope.EVERYTHING);
    }

    @Test
    void whoLeftIsACandidateAgainAfterThirtySixMonthsAndNotADayEarlier() {
        var tree = orgs.tree();
        var member = left(tree, "STRUCK_OFF", "NO_DUES", day(10, 3, 2019));
        refused("membership.again-too-soon", () -> again(tree, member, day(9, 3, 2022)));
        var id = again(tree, member, day(10, 3, 2022));
        assertThat(files.open(id, Scope.EVERYTHING).criteria())
                .filteredOn(one -> one.key().equals("again-consent"))
                .extracting(Criterion::state)
                .containsExactly(State.NOT_MET);
    }

    /** A wrong admission that was cancelled made nobody a member: the next one is a first one, without waiting and without consent. */
    @ParameterizedTest
    @CsvSource({"ADMISSION_CANCELLED, STANDARDS, false", "STRUCK_OFF, NO_DUES, true"})
    void whoseAdmissionWasCancelledIsAdmittedForTheFirstTime(String kind, String ground, boolean consent) {
        var tree = orgs.tree();
        var member = left(tree, kind, ground, consent ? day(10, 3, 2019) : day(9, 3, 2022));
        var id = again(tree, member, day(10, 3, 2022));
        assertThat(files.open(id, Scope.EVERYTHING).criteria().stream()
                        .anyMatch(one -> one.key().equals("again-consent")))
                .isEqualTo(consent);
    }

    @Test
    void whoAbandonedPartyLifeOrAskedToLeaveIsNeverACandidateAgain() {
        var tree = orgs.tree();
        for (var ground : List.of("STRUCK_OFF NO_PARTY_LIFE", "RESIGNED OWN_REQUEST")) {
            var parts = ground.split(" ");
            var member = left(tree, parts[0], parts[1], day(1, 3, 2019));
            refused("admission.never-again", () -> again(tree, member, day(10, 3, 2022)));
        }
        var hard = left(tree, "RESIGNED", "HARDSHIP", day(1, 3, 2019));
        assertThat(again(tree, hard, day(10, 3, 2022))).isNotNull();
    }

    @Test
    void nobodyIsACandidateAgainTwice() {
        var tree = orgs.tree();
        var member = left(tree, "STRUCK_OFF", "NO_DUES", day(1, 3, 2015).plusYears(4));
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, to_organisation_id, again, recorded_by)
                        values (uuidv7(), :member, 'ADMITTED', '2019-03-05', :cell, true, 'test')
                        """)
                .param("member", member.id())
                .param("cell", tree.eastCell().id())
                .update();
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, from_organisation_id, ground, recorded_by)
                        values (uuidv7(), :member, 'STRUCK_OFF', '2019-03-10', :cell, 'NO_DUES', 'test')
                        """)
                .param("member", member.id())
                .param("cell", tree.eastCell().id())
                .update();
        refused("membership.again-too-often", () -> again(tree, member, day(20, 3, 2022)));
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    private Cases cases(Orgs.Tree tree) {
        return Cases.ofThree(admissions, orgs, people, tree);
    }

    @Test
    void aMeetingDecidesOnManyOnceWhoIsNotReadyIsLeftOut() {
        var tree = orgs.tree();
        var cases = cases(tree);
        var old = Cases.candidate(PartialDate.of(day(1, 1, 1950)), "UPPER_SECONDARY", "DIPLOMA");
        var ready = cases.at(Stage.BASE_RESOLVED);
        var tooOld = cases.bring(cases.open(old, null, tree.eastCell()), Stage.BASE_RESOLVED);
        var notYet = cases.at(Stage.CELL_VOTED);
        var west = cases.open(Cases.ordinary(), null, tree.westCell());
        var east = Scope.of(Set.of(tree.east().id()));
        assertThat(many.waiting(Stage.DECIDED, east))
                .extracting(ManyCases.Waiting::id)
                .containsExactlyInAnyOrder(ready.id(), tooOld.id());
        var entry = cases.entry(Stage.DECIDED, Cases.DECIDED);
        var outcome = many.enter(List.of(ready, tooOld, notYet, west), Stage.DECIDED, entry, east);
        assertThat(outcome.entered()).isZero();
        assertThat(outcome.refused())
                .extracting(one -> one.why().key())
                .containsExactlyInAnyOrder("admission.refused.age-most", "admission.not-next");
        assertThat(files.open(ready, east).one().stage()).isEqualTo(Stage.BASE_RESOLVED);
        assertThat(many.enter(List.of(ready, west), Stage.DECIDED, entry, east).entered())
                .isOne();
        assertThat(files.open(ready, east).one().stage()).isEqualTo(Stage.DECIDED);
        assertThat(files.open(tooOld, east).one().stage()).isEqualTo(Stage.BASE_RESOLVED);
    }

    /** The budget is five seconds; what a busy machine takes more is no fault of ours. */
    @Test
    void twoHundredCasesAreDecidedAtOnce() {
        var tree = orgs.tree();
        var cases = cases(tree);
        var chosen = new ArrayList<AdmissionCaseId>();
        transaction.executeWithoutResult(_ -> {
            for (var number = 0; number < 200; number++) {
                chosen.add(atTheBase(tree));
            }
        });
        var begun = System.nanoTime();
        var outcome = many.enter(
                chosen,
                Stage.DECIDED,
                cases.entry(Stage.DECIDED, Cases.DECIDED),
                Scope.of(Set.of(tree.east().id())));
        System.out.printf("200 cases decided in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.entered()).isEqualTo(200);
    }

    @Test
    void theEndOfACertificateIsToldThreeMonthsBeforeAndNotADayEarlier() {
        var tree = orgs.tree();
        certified(tree, "Kim Thị Sắp Hết", day(30, 7, 2017));
        certified(tree, "Kim Thị Còn Lâu", day(31, 7, 2017));
        assertThat(obligations(tree, "ADMISSION_CERTIFICATE", null))
                .singleElement()
                .returns("Kim Thị Sắp Hết", Obligation::subject)
                .returns(day(30, 7, 2022), Obligation::dueOn);
    }

    private void certified(Orgs.Tree tree, String name, LocalDate on) {
        var id = AdmissionCaseId.next();
        jdbc.sql("""
                        insert into admission.admission_case (id, version, organisation_id, full_name, family_name, middle_name,
                            given_name, sex, born_earliest, born_precision, ethnicity, religion, category, mass_organisation,
                            general_education, education_proof, foreign_spouse, rule_day, stage, since, certificate_on,
                            recorded_by)
                        values (:id, 0, :cell, :name, 'Kim', 'Thị', 'Hết', 'FEMALE', '1990-02-03', 'DAY', 'KHMER', 'NONE',
                            'WORKER', 'NEITHER', 'UPPER_SECONDARY', 'DIPLOMA', false, '2017-01-04', 'COURSE_DONE', :on, :on, 'test')
                        """)
                .param("id", id.id())
                .param("cell", tree.eastCell().id())
                .param("name", name)
                .param("on", on)
                .update();
    }

    /** A case at the base, written straight into the database. */
    private AdmissionCaseId atTheBase(Orgs.Tree tree) {
        var id = AdmissionCaseId.next();
        jdbc.sql("""
                        insert into admission.admission_case (id, version, organisation_id, full_name, family_name, middle_name,
                            given_name, sex, born_earliest, born_precision, ethnicity, religion, category, mass_organisation,
                            general_education, education_proof, foreign_spouse, rule_day, stage, since, certificate_on, voted_on,
                            recorded_by)
                        values (:id, 0, :cell, 'Kim Thị Nhiều', 'Kim', 'Thị', 'Nhiều', 'FEMALE', '1990-02-03', 'DAY', 'KHMER', 'NONE',
                            'WORKER', 'NEITHER', 'UPPER_SECONDARY', 'DIPLOMA', false, '2020-01-04', 'BASE_RESOLVED', '2020-10-15',
                            '2019-12-01', '2020-10-01', 'test')
                        """).param("id", id.id()).param("cell", tree.eastCell().id()).update();
        jdbc.sql("""
                        insert into admission.step (case_id, position, kind, stage, day, organisation_id, recorded_by)
                        values (:id, 0, 'REACHED', 'CELL_VOTED', '2020-10-01', :cell, 'test'),
                            (:id, 1, 'REACHED', 'BASE_RESOLVED', '2020-10-15', :cell, 'test')
                        """).param("id", id.id()).param("cell", tree.eastCell().id()).update();
        return id;
    }

    private List<Obligation> obligations(Orgs.Tree tree, String kind, ObligationState state) {
        var filter = new InboxFilter(null, tree.east().id(), false, kind, state, null, null, null, false);
        try (var rows = inbox.all(filter, Scope.EVERYTHING, day(30, 4, 2022), Inbox.STANDARD_ORDER)) {
            return rows.toList();
        }
    }

    /** Sixty working days from Thursday 01/10/2020 are over on 24/12/2020; thirty from 10/02/2022 on 24/03/2022. */
    @Test
    void whatIsDueStandsInTheInboxOfWhoOwesIt() {
        var tree = orgs.tree();
        var cases = cases(tree);
        cases.at(Stage.CELL_VOTED);
        var overdue = obligations(tree, "ADMISSION_DECISION", ObligationState.OVERDUE);
        assertThat(overdue).singleElement().returns(day(24, 12, 2020), Obligation::dueOn);
        assertThat(overdue.getFirst().ownerId())
                .as("the committee that decides")
                .isEqualTo(tree.east().id());
        cases.at(Stage.OFFICIAL);
        assertThat(obligations(tree, "ADMISSION_RECOGNITION", ObligationState.IN_TIME))
                .singleElement()
                .returns(day(24, 3, 2022), Obligation::dueOn);
        assertThat(obligations(tree, "ADMISSION_CEREMONY", ObligationState.IN_TIME))
                .hasSize(1);
        assertThat(obligations(tree, "MEMBER_BIOGRAPHY", ObligationState.OVERDUE))
                .as("asked of every new member until the papers are there")
                .hasSize(1);
        assertThat(obligations(tree, "ADMISSION_DECISION", ObligationState.LATE))
                .as("decided on 04/01/2021, after the sixty days: told, not refused")
                .hasSize(1);
    }

    /** Counted from the receipt on 05/01/2021; a rule of 02/01/2021 that counts from the decision holds for the case where it is marked. */
    @Test
    void whatTheCeremonyIsCountedFromCanBeMarkedToApplyAtOnce() {
        var tree = orgs.tree();
        var cases = cases(tree);
        var id = cases.at(Stage.BASE_RESOLVED);
        var entry = cases.entry(Stage.DECIDED, Cases.DECIDED);
        cases.reach(
                id,
                Stage.DECIDED,
                new StepEntry(entry.day(), entry.document(), day(5, 1, 2021), null, List.of(), null, null, null));
        transaction.executeWithoutResult(state -> {
            state.setRollbackOnly();
            rule("ceremony-counted-from", "ALL", "DECISION_ISSUED");
            assertThat(ceremonyBy(id)).as("by the rules it began with").isEqualTo(day(23, 2, 2021));
            rule("applies-at-once", "CEREMONY_COUNTED_FROM", "AT_ONCE");
            assertThat(ceremonyBy(id)).as("at once").isEqualTo(day(22, 2, 2021));
            assertThat(obligations(tree, "ADMISSION_CEREMONY", null))
                    .singleElement()
                    .returns(day(22, 2, 2021), Obligation::dueOn);
        });
    }

    private void rule(String key, String scope, String value) {
        jdbc.sql("""
                        insert into reference.rule_act (kind, key, scope, starts, value, unit, directive_id, clause, certainty,
                            reason, done_on, recorded_by)
                        values ('ADDED', :key, :scope, '2021-01-02', :value, 'CODE', '24-qd-tw-2021', 'thử', 'UNVERIFIED', 'thử',
                            '2022-04-30', 'test')
                        """)
                .param("key", key)
                .param("scope", scope)
                .param("value", value)
                .update();
    }

    private LocalDate ceremonyBy(AdmissionCaseId id) {
        return jdbc.sql("select ceremony_by from admission.deadline where id = ?")
                .param(id.id())
                .query(LocalDate.class)
                .single();
    }

    @Test
    void thePageOfTheMarkOffersWhatCanBeMarkedAndSaysWhyTheBiographyCannot() {
        var board = signIn.as(Role.BOARD, orgs.tree().root());
        assertThat(mvc.get().uri("/rulebook/applies-at-once?lang=vi").with(board))
                .bodyText()
                .contains(
                        "value=\"CEREMONY_COUNTED_FROM\"",
                        "value=\"DECISION_EXTENSION\"",
                        "value=\"LATE_CEREMONY\"",
                        "Thời hạn khai lý lịch đảng viên, phiếu đảng viên từ ngày kết nạp – luôn theo quy định của ngày")
                .doesNotContain("value=\"MEMBER_BIOGRAPHY\"");
    }

    @Test
    void theBoardCountsWhatTheListShows() {
        var tree = orgs.tree();
        var cases = cases(tree);
        cases.at(Stage.CELL_VOTED);
        cases.at(Stage.APPLIED);
        cases.at(Stage.APPLIED);
        var filter = new AdmissionFilter(null, tree.east().id(), null, null, null);
        var today = day(30, 4, 2022);
        for (var column : board.columns(filter, Scope.EVERYTHING, today)) {
            var page = list.page(filter.at(column.stage()), Scope.EVERYTHING, today, AdmissionList.STANDARD_ORDER, 1)
                    .listing();
            assertThat(column.cases()).as(column.stage().name()).isEqualTo((int) page.total());
            assertThat(column.overdue()).isEqualTo((int)
                    page.rows().stream().filter(AdmissionRow::overdue).count());
        }
        assertThat(list.figures(filter, Scope.EVERYTHING, today))
                .containsEntry(AdmissionView.OPEN, 3L)
                .containsEntry(AdmissionView.OVERDUE, 1L);
    }

    @Test
    void aNumberThatTheCommitteeHasGivenIsNotGivenAgain() {
        var tree = orgs.tree();
        var cases = cases(tree);
        var first = cases.at(Stage.BASE_RESOLVED);
        var second = cases.at(Stage.BASE_RESOLVED);
        var entry = cases.entry(Stage.DECIDED, Cases.DECIDED);
        cases.reach(first, Stage.DECIDED, entry);
        var decision = new Decision(orgs.name(tree.east()), entry.document().number(), day(5, 1, 2021), null);
        var again = new StepEntry(
                day(5, 1, 2021),
                new Document(decision.number(), decision.day(), decision.issuer()),
                null,
                null,
                List.of(),
                null,
                null,
                null);
        refused("organisation.number-held", () -> cases.reach(second, Stage.DECIDED, again));
    }
}

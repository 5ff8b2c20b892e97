package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.inbox.Inbox;
import vn.partyregister.inbox.InboxFilter;
import vn.partyregister.inbox.Obligation;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** A decision is put off by thirty working days at most (gia hạn). Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class ExtensionsTests {
    /** Sixty working days from the vote on 01/10/2020. */
    private static final LocalDate LAST = day(24, 12, 2020);

    /** Thirty more, with New Year's Day; Tết begins later. */
    private static final LocalDate MOST = day(5, 2, 2021);

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private AdmissionList list;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    private Orgs.Tree tree;
    private Cases cases;

    @BeforeEach
    void aCell() {
        tree = orgs.tree();
        cases = Cases.ofThree(admissions, orgs, people, tree);
    }

    private void extend(AdmissionCaseId id, LocalDate until, LocalDate day) {
        admissions.extend(id, new Extension(until, day, "chờ kết luận thẩm tra"), Scope.EVERYTHING);
    }

    private static void refusedBy(String rule, String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(act)
                .returns(key, RuleBroken::key)
                .satisfies(refused -> assertThat(refused.source().ruleKey()).isEqualTo(rule));
    }

    private Obligation owed(String kind) {
        var east = Scope.of(Set.of(tree.east().id()));
        var filter = new InboxFilter(null, null, false, kind, null, null, null, null, true);
        try (var all = inbox.all(filter, east, day(30, 4, 2022), Inbox.STANDARD_ORDER)) {
            var rows = all.toList();
            assertThat(rows).hasSize(1);
            return rows.getFirst();
        }
    }

    @Test
    void aDecisionIsPutOffByThirtyWorkingDaysAndNotByADayMore() {
        var id = cases.at(Stage.CELL_VOTED);
        var agreed = day(1, 12, 2020);
        refusedBy("decision-extension", "admission.extended-too-far", () -> extend(id, MOST.plusDays(1), agreed));
        refusedBy("admission-decision", "admission.extends-nothing", () -> extend(id, LAST, agreed));
        extend(id, MOST, agreed);
        assertThat(files.open(id, Scope.EVERYTHING).deadlines().decideBy()).isEqualTo(MOST);
        assertThat(owed("ADMISSION_DECISION"))
                .returns(MOST, Obligation::dueOn)
                .returns("decision-extension", Obligation::rule)
                .returns("29-QĐ/TW", Obligation::directive);
        var filter = new AdmissionFilter(null, tree.east().id(), null, null, null);
        assertThat(list.page(filter, Scope.EVERYTHING, day(30, 4, 2022), AdmissionList.STANDARD_ORDER, 1)
                        .listing()
                        .rows())
                .singleElement()
                .returns(MOST, AdmissionRow::dueOn);
    }

    @Test
    void whatWasPutOffIsStillInTimeAfterTheFirstDay() {
        var id = cases.at(Stage.BASE_RESOLVED);
        extend(id, day(4, 1, 2021), day(1, 12, 2020));
        cases.reach(id, Stage.DECIDED);
        assertThat(owed("ADMISSION_DECISION").state().name())
                .as("decided on 04/01/2021")
                .isEqualTo("IN_TIME");
    }

    @Test
    void theDecisionOnTheRecognitionIsPutOffAsWell() {
        var id = cases.at(Stage.CELL_VOTED_OFFICIAL);
        refusedBy(
                "recognition-decision",
                "admission.extends-nothing",
                () -> extend(id, day(24, 3, 2022), day(1, 3, 2022)));
        extend(id, day(20, 4, 2022), day(1, 3, 2022));
        assertThat(files.open(id, Scope.EVERYTHING).deadlines().recogniseBy()).isEqualTo(day(20, 4, 2022));
        assertThat(files.open(id, Scope.EVERYTHING).deadlines().decideBy()).isEqualTo(LAST);
        assertThat(owed("ADMISSION_RECOGNITION").dueOn()).isEqualTo(day(20, 4, 2022));
    }

    @Test
    void whereNoDecisionIsWaitedForNoneIsPutOff() {
        var id = cases.at(Stage.APPLIED);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> extend(id, MOST, day(1, 12, 2020)))
                .returns("admission.nothing-to-extend", RuleBroken::key);
    }

    @Test
    void whatIsPutBackBehindTheVoteIsPutOffNoMore() {
        var id = cases.at(Stage.CELL_VOTED);
        extend(id, MOST, day(1, 12, 2020));
        admissions.stepBack(id, Stage.OPINIONS, day(2, 12, 2020), "họp lại", Scope.EVERYTHING);
        assertThat(files.open(id, Scope.EVERYTHING).one().milestones().decideUntil())
                .isNull();
    }

    @Test
    void aClerkPutsADecisionOffAndTheCaseTellsWhy() {
        var id = cases.at(Stage.CELL_VOTED);
        var clerk = signIn.as(Role.CLERK, tree.east());
        var address = "/admissions/" + id + "/extension";
        assertThat(mvc.get().uri("/admissions/" + id).with(clerk)).bodyText().contains(address);
        assertThat(mvc.get().uri(address).with(clerk)).hasStatusOk();
        assertThat(mvc.post()
                        .uri(address)
                        .param("day", "01/12/2020")
                        .with(clerk)
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("Thiếu ngày gia hạn đến.", "Hãy ghi lý do.");
        var post = mvc.post()
                .uri(address)
                .param("until", "05/02/2021")
                .param("day", "01/12/2020")
                .param("reason", "chờ kết luận thẩm tra")
                .with(clerk)
                .with(csrf());
        assertThat(post).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/admissions/" + id + "?lang=vi").with(clerk))
                .bodyText()
                .contains(
                        "Gia hạn quyết định, đang ở bước:", "gia hạn đến hết ngày 05/02/2021", "chờ kết luận thẩm tra");
    }
}

package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.inbox.Inbox;
import vn.partyregister.inbox.InboxDays;
import vn.partyregister.platform.Scope;

/** Ages, what is due soon and the groups of the board, and the way from case to case. Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class CaseBoardTests {
    private static final LocalDate TODAY = day(30, 4, 2022);

    @Autowired
    private CaseBoard board;

    @Autowired
    private AdmissionList list;

    @Autowired
    private InboxDays days;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inbox inbox;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    private Orgs.Tree tree;

    @BeforeEach
    void aTree() {
        tree = orgs.tree();
    }

    private AdmissionCaseId waiting(String stage, LocalDate since, @Nullable LocalDate certified, String category) {
        var id = AdmissionCaseId.next();
        jdbc.sql("""
                        insert into admission.admission_case (id, version, organisation_id, full_name, family_name, middle_name,
                            given_name, sex, born_earliest, born_precision, ethnicity, religion, category, mass_organisation,
                            foreign_spouse, rule_day, stage, since, certificate_on, recorded_by)
                        values (:id, 0, :cell, 'Kim Thị Chờ', 'Kim', 'Thị', 'Chờ', 'FEMALE', '1990-02-03', 'DAY', 'KHMER', 'NONE',
                            :category, 'NEITHER', false, '2017-01-04', :stage, :since, :certified, 'test')
                        """)
                .param("id", id.id())
                .param("cell", tree.eastCell().id())
                .param("category", category)
                .param("stage", stage)
                .param("since", since)
                .param("certified", certified, java.sql.Types.DATE)
                .update();
        return id;
    }

    private AdmissionFilter filter(@Nullable String category) {
        return new AdmissionFilter(null, tree.east().id(), null, category, null);
    }

    private CaseBoard.Column column(Stage stage, @Nullable String category) {
        return board.columns(filter(category), Scope.EVERYTHING, TODAY).stream()
                .filter(one -> one.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aColumnSaysHowLongTheOldestWaitsAndHowLongHalfOfThem() {
        assertThat(column(Stage.SOURCE, null)).isEqualTo(new CaseBoard.Column(Stage.SOURCE, 0, 0, 0, null, null));
        for (var ago : new int[] {1, 10, 25, 100}) {
            waiting("SOURCE", TODAY.minusDays(ago), null, "WORKER");
        }
        assertThat(column(Stage.SOURCE, null))
                .as("half of four: the second")
                .isEqualTo(new CaseBoard.Column(Stage.SOURCE, 4, 0, 0, 100, 10));
        waiting("SOURCE", TODAY, null, "FARMER");
        assertThat(column(Stage.SOURCE, null)).returns(10, CaseBoard.Column::middle);
    }

    /** Sixty months from the certificate: over yesterday, today, on the last day that is soon, a day after it. */
    @Test
    void whatIsDueSoonIsDueFromTodayToTheLastDayThatIsSoon() {
        var soon = days.soon(TODAY);
        for (var due : new LocalDate[] {TODAY.minusDays(1), TODAY, soon, soon.plusDays(1)}) {
            waiting("COURSE_DONE", day(1, 3, 2022), due.minusMonths(60), "WORKER");
        }
        assertThat(column(Stage.COURSE_DONE, null))
                .returns(4, CaseBoard.Column::cases)
                .returns(1, CaseBoard.Column::overdue)
                .returns(2, CaseBoard.Column::soon);
    }

    @Test
    void aGroupIsShownAlone() {
        waiting("SOURCE", TODAY.minusDays(7), null, "PUPIL");
        var worker = waiting("SOURCE", TODAY.minusDays(3), null, "WORKER");
        assertThat(column(Stage.SOURCE, "WORKER")).isEqualTo(new CaseBoard.Column(Stage.SOURCE, 1, 0, 0, 3, 3));
        assertThat(list.page(filter("WORKER"), Scope.EVERYTHING, TODAY, "since,asc", 1)
                        .listing()
                        .rows())
                .extracting(AdmissionRow::id)
                .containsExactly(worker.id());
    }

    @Test
    void fromCaseToCaseGoesTheOrderOfTheList() {
        var first = waiting("SOURCE", day(1, 3, 2022), null, "WORKER");
        var second = waiting("SOURCE", day(2, 3, 2022), null, "WORKER");
        var third = waiting("SOURCE", day(3, 3, 2022), null, "WORKER");
        var other = waiting("SOURCE", day(2, 3, 2022), null, "PUPIL");
        assertThat(around(first, "WORKER", "since,asc")).isEqualTo(new Neighbours(null, second.id()));
        assertThat(around(second, "WORKER", "since,asc")).isEqualTo(new Neighbours(first.id(), third.id()));
        assertThat(around(third, "WORKER", "since,asc")).isEqualTo(new Neighbours(second.id(), null));
        assertThat(around(second, "WORKER", "since,desc")).isEqualTo(new Neighbours(third.id(), first.id()));
        assertThat(around(other, "WORKER", "since,asc")).as("not in this list").isEqualTo(new Neighbours(null, null));
    }

    @Test
    void theInboxNamesTheRuleThatATermFollowsFrom() {
        waiting("COURSE_DONE", day(1, 3, 2022), TODAY.minusMonths(60), "WORKER");
        assertThat(mvc.get().uri("/inbox?lang=vi").with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains("Kim Thị Chờ", "href=\"/rulebook/awareness-certificate-validity\"");
    }

    private Neighbours around(AdmissionCaseId id, String category, String sort) {
        return list.around(id, filter(category), Scope.EVERYTHING, TODAY, sort);
    }
}

package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Uuids;

/** The list of what happened: within the scope of the day it happened, filtered, ordered, as a file and on paper. */
@RegisterTest
class MovementListPagesTests {
    private static final LocalDate DAY = LocalDate.of(2022, 3, 15);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;

    @BeforeEach
    void threeThingsHappen() {
        tree = orgs.tree();
        var moved = people.add(tree.eastCell(), person -> person.named("Thạch Văn Chuyển Chỗ"));
        people.moved(moved, tree.eastCell(), tree.otherEastCell(), DAY);
        people.died(
                people.add(tree.eastCell(), person -> person.named("Kim Thị Đã Khuất")),
                tree.eastCell(),
                DAY.plusDays(1));
        people.add(
                tree.otherEastCell(),
                person -> person.named("Sơn Mới Vào").joined(LocalDate.of(2021, 3, 1), LocalDate.of(2022, 3, 1)));
        people.died(people.add(tree.westCell(), person -> person.named("Người Miền Tây")), tree.westCell(), DAY);
    }

    private MvcTestResult list(OrganisationId organisation, String rest) {
        return mvc.get()
                .uri("/movements" + rest)
                .with(signIn.as(Role.CLERK, organisation))
                .exchange();
    }

    @Test
    void whatHappenedInTheScopeIsListedTheLatestFirst() {
        assertThat(list(tree.east(), ""))
                .hasStatusOk()
                .bodyText()
                .contains("Chuyển sinh hoạt chính thức", "Từ trần", "Kết nạp", "Công nhận chính thức")
                .doesNotContain("Người Miền Tây", "16/03/2022</td><td>15/03/2022")
                .containsSubsequence("Kim Thị Đã Khuất", "Thạch Văn Chuyển Chỗ", "Sơn Mới Vào");
        assertThat(list(tree.west(), "")).bodyText().contains("Người Miền Tây").doesNotContain("Kim Thị Đã Khuất");
    }

    @ParameterizedTest
    @CsvSource({
        "?kind=DIED, Kim Thị, Chuyển Chỗ",
        "?kind=RECOGNISED, Sơn Mới, Kim Thị",
        "?from=16/03/2022, Kim Thị, Chuyển Chỗ",
        "?to=2022-03-15, Chuyển Chỗ, Kim Thị",
        "?kind=OPENING, Kim Thị, Sơn Mới"
    })
    void itIsNarrowedByKindAndPeriodBothEndsInclusive(String filter, String there, String notThere) {
        assertThat(list(tree.east(), filter))
                .hasStatusOk()
                .bodyText()
                .contains(there)
                .doesNotContain(notThere);
    }

    @Test
    void itIsNarrowedToASubtreeOfThatDay() {
        assertThat(list(tree.east(), "?organisation=" + tree.otherEastCell().id()))
                .bodyText()
                .contains("Chuyển Chỗ", "Sơn Mới")
                .doesNotContain("Kim Thị Đã Khuất");
    }

    @Test
    void whatWasTakenBackIsShownMarkedWithItsReasonWhereItIsAskedFor() {
        var wrong = people.add(tree.eastCell(), person -> person.named("Thạch Xóa Nhầm"));
        people.died(wrong, tree.eastCell(), DAY);
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, from_organisation_id, reverses, reason, recorded_by)
                        select uuidv7(), member_id, kind, effective_on, from_organisation_id, id, 'ghi nhầm người', 'thử'
                        from membership.movement where member_id = :id and kind = 'DIED'
                        """).param("id", wrong.id()).update();
        assertThat(list(tree.east(), "")).bodyText().doesNotContain("Thạch Xóa Nhầm");
        assertThat(list(tree.east(), "?entries=ALL"))
                .bodyText()
                .contains("Thạch Xóa Nhầm", "class=\"reversed\"", "Đã hủy: ghi nhầm người", "Kim Thị Đã Khuất");
        assertThat(list(tree.east(), "?entries=TAKEN_BACK"))
                .bodyText()
                .contains("Thạch Xóa Nhầm")
                .doesNotContain("Kim Thị Đã Khuất");
        assertThat(list(tree.east(), ".csv?entries=TAKEN_BACK"))
                .bodyText()
                .contains("Thạch Xóa Nhầm", "Đã hủy: ghi nhầm người");
        assertThat(list(tree.east(), "?entries=x")).hasStatusOk().bodyText().contains("Bản ghi đã hủy");
        assertThat(list(tree.west(), "?entries=ALL")).bodyText().doesNotContain("Thạch Xóa Nhầm");
    }

    @Test
    void oneStepsThroughTheTreeFromTheOrganisationChosen() {
        assertThat(list(tree.east(), ""))
                .bodyText()
                .contains("name=\"organisation\"", orgs.name(tree.eastBase()))
                .doesNotContain(orgs.name(tree.west()));
        assertThat(list(tree.east(), "?organisation=" + tree.eastBase().id()))
                .bodyText()
                .contains("↑ " + orgs.name(tree.east()), orgs.name(tree.otherEastCell()));
    }

    @ParameterizedTest
    @CsvSource({"15, true", "15-QĐ/HU, true", "015 - qđ/hu, true", "15-NQ/HU, false", "5, false", "%, false"})
    void aDecisionIsFoundByItsNumberHoweverItIsWritten(String number, boolean found) {
        var decision = Uuids.next();
        var member = people.add(tree.eastCell(), person -> person.named("Lâm Có Quyết Định"));
        jdbc.sql("""
                        insert into organisation.decision (id, issuer_name, number, issued_on)
                        values (:id, cast(:id as text), '15-QĐ/HU', '2022-03-01')
                        """).param("id", decision).update();
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, from_organisation_id, decision_id, recorded_by)
                        values (:id, :member, 'STRUCK_OFF', '2022-03-02', :cell, :decision, 'thử')
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("cell", tree.eastCell().id())
                .param("decision", decision)
                .update();
        var shown = assertThat(
                        mvc.get().uri("/movements?number={number}", number).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText();
        if (found) {
            shown.contains("Lâm Có Quyết Định");
        } else {
            shown.doesNotContain("Lâm Có Quyết Định");
        }
    }

    @ParameterizedTest
    @CsvSource({"day", "name", "kind", "number"})
    void itIsOrderedByItsColumns(String column) {
        assertThat(list(tree.east(), "?sort=" + column + ",asc"))
                .hasStatusOk()
                .bodyText()
                .contains("aria-sort=\"ascending\"", "Kim Thị Đã Khuất");
    }

    @Test
    void whatCannotBeReadIsNamedAndTheListAnswersAllTheSame() {
        assertThat(list(tree.east(), "?kind=lạ&from=31/02/2022&organisation=x&sort=y&page=z"))
                .hasStatusOk()
                .bodyText()
                .contains("lạ", "31/02/2022", "Kim Thị Đã Khuất");
        assertThat(list(tree.east(), ".csv?from=31/02/2022")).hasStatus(422);
    }

    @Test
    void theSameListIsAFileAndAPaper() {
        assertThat(list(tree.east(), ".csv?kind=DIED"))
                .hasStatusOk()
                .bodyText()
                .contains("Kim Thị Đã Khuất", "16/03/2022")
                .doesNotContain("Chuyển Chỗ", "Người Miền Tây");
        assertThat(list(tree.east(), ".xlsx")).hasStatusOk();
        assertThat(list(tree.east(), ".pdf?kind=DIED&from=01/03/2022")
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('%', 'P', 'D', 'F');
    }
}

package vn.partyregister.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;

@RegisterTest
class GapListTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Autowired
    GapList gaps;

    @Autowired
    Committees committees;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Autowired
    MockMvcTester mvc;

    private Orgs.Tree tree;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
    }

    @Test
    void anOrganisationWithoutATermIsAGapUntilItsTermBegins() {
        assertThat(told(tree.eastCell(), TODAY)).containsExactly("NO_TERM");
        begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        assertThat(told(tree.eastCell(), Terms.ELECTED.minusDays(1))).containsExactly("NO_TERM");
        assertThat(told(tree.eastCell(), Terms.ELECTED)).containsExactly("POST SECRETARY 1", "MEMBERS 1");
    }

    @Test
    void aFilledPostIsNoVacancyFromItsFirstToItsLastDay() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        var held = fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY", LocalDate.of(2021, 1, 1));
        committees.leave(held, LocalDate.of(2021, 12, 31), Terms.DECISION, Scope.EVERYTHING);
        assertThat(told(tree.eastCell(), LocalDate.of(2020, 12, 31))).contains("POST SECRETARY 1");
        assertThat(told(tree.eastCell(), LocalDate.of(2021, 1, 1))).isEmpty();
        assertThat(told(tree.eastCell(), LocalDate.of(2021, 12, 31))).isEmpty();
        assertThat(told(tree.eastCell(), LocalDate.of(2022, 1, 1))).contains("POST SECRETARY 1");
    }

    @Test
    void aHolderWhoDiedFillsNoPostEvenIfNobodyEnteredTheLeaving() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        var secretary = people.add(tree.eastCell(), one -> one);
        fill(term, secretary, "SECRETARY", Terms.ELECTED);
        people.died(secretary, tree.eastCell(), TODAY);
        assertThat(told(tree.eastCell(), TODAY.minusDays(1))).isEmpty();
        assertThat(told(tree.eastCell(), TODAY)).contains("POST SECRETARY 1");
    }

    @Test
    void anEntryTakenBackFillsNoPost() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        var wrong = fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY", Terms.ELECTED);
        assertThat(told(tree.eastCell(), TODAY)).isEmpty();
        committees.takeBack(wrong, "Nhầm người", Scope.EVERYTHING);
        assertThat(told(tree.eastCell(), TODAY)).contains("POST SECRETARY 1");
    }

    @Test
    void aStandingDeputyIsADeputyAndOneOfTheMembersDecided() {
        var term = begin(tree.eastBase(), Body.COMMITTEE, 2);
        fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY", Terms.ELECTED);
        assertThat(told(tree.eastBase(), TODAY)).containsExactly("POST DEPUTY 1", "MEMBERS 1");
        fill(term, people.add(tree.eastCell(), one -> one), "STANDING_DEPUTY", Terms.ELECTED);
        assertThat(told(tree.eastBase(), TODAY)).isEmpty();
    }

    @Test
    void whoHoldsTwoPostsIsOneMemberAndTheInspectionCommissionIsNoneOfTheCommittee() {
        var term = begin(tree.eastBase(), Body.COMMITTEE, 3);
        var both = people.add(tree.eastCell(), one -> one);
        fill(term, both, "SECRETARY", Terms.ELECTED);
        fill(term, both, "DEPUTY", Terms.ELECTED);
        fill(term, people.add(tree.eastCell(), one -> one), "INSPECTION_MEMBER", Terms.ELECTED);
        assertThat(told(tree.eastBase(), TODAY)).containsExactly("MEMBERS 2");
    }

    @Test
    void aTermEndsSoonSixMonthsBeforeItsLastDayAndHasEndedTheDayAfter() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY", Terms.ELECTED);
        var sixMonthsBefore = LocalDate.of(2024, 11, 30);
        assertThat(told(tree.eastCell(), sixMonthsBefore.minusDays(1))).isEmpty();
        assertThat(told(tree.eastCell(), sixMonthsBefore.plusDays(1))).containsExactly("ENDING");
        assertThat(told(tree.eastCell(), Terms.LAST_DAY)).containsExactly("ENDING");
        assertThat(told(tree.eastCell(), Terms.LAST_DAY.plusDays(1))).containsExactly("ENDED");
    }

    @Test
    void theListIsNarrowedByGapBodyAndSubtreeAndBySortAndScope() {
        begin(tree.eastCell(), Body.CELL_COMMITTEE, 3);
        begin(tree.eastBase(), Body.COMMITTEE, 15);
        assertThat(rows(tree.east(), Gap.POST, Body.CELL_COMMITTEE))
                .extracting(GapRow::post)
                .containsExactly("DEPUTY", "SECRETARY");
        assertThat(rows(tree.east(), Gap.MEMBERS, null)).hasSize(2);
        assertThat(rows(tree.east(), Gap.NO_TERM, null))
                .extracting(GapRow::organisation)
                .containsExactlyInAnyOrder(tree.east(), tree.otherEastCell());
        var scope = Scope.of(java.util.Set.of(tree.eastCell().id()));
        assertThat(gaps.page(new GapFilter(null, null, null, TODAY), scope, "gap,desc", 1, "/committees")
                        .rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.organisation()).isEqualTo(tree.eastCell()));
    }

    @Test
    void theListLeavesAsAFileWithAllItsRows() {
        begin(tree.eastCell(), Body.CELL_COMMITTEE, 3);
        assertThat(body(get("/committees.csv?gap=POST"))).contains("Khuyết chức vụ", "Bí thư", "Phó bí thư", "Chi ủy");
        assertThat(get("/committees.xlsx")).hasStatusOk();
        assertThat(get("/committees.csv?gap=nonsense")).hasStatus(422);
    }

    @Test
    void thePageLeadsToEachCommitteeAndAsksAsOftenForManyRowsAsForFew() throws Exception {
        assertThat(body(get("/committees")))
                .contains("/organisations/" + tree.eastCell() + "/committee", "Chưa ghi nhiệm kỳ");
        var few = Statements.of(() -> get("/committees"));
        for (var i = 0; i < 60; i++) {
            orgs.add("Chi bộ thêm " + i, "CB_TT", null, tree.eastBase());
        }
        assertThat(Statements.of(() -> get("/committees"))).hasSameSizeAs(few);
        assertThat(body(get("/committees?page=2&sort=organisation,desc"))).contains("51–64 trong 64");
        assertThat(get("/committees?organisation=" + tree.west())).hasStatus(404);
    }

    private List<String> told(OrganisationId organisation, LocalDate asAt) {
        return gaps
                .page(new GapFilter(organisation.id(), null, null, asAt), Scope.EVERYTHING, "gap,asc", 1, "/committees")
                .rows()
                .stream()
                .filter(row -> row.organisation().equals(organisation))
                .map(row -> row.gap()
                        + (row.post() == null ? "" : " " + row.post())
                        + (row.missing() == null ? "" : " " + row.missing()))
                .toList();
    }

    private List<GapRow> rows(OrganisationId organisation, @Nullable Gap gap, @Nullable Body body) {
        return gaps.page(
                        new GapFilter(organisation.id(), gap, body, TODAY),
                        Scope.EVERYTHING,
                        "organisation,asc",
                        1,
                        "/")
                .rows();
    }

    private TermId begin(OrganisationId organisation, Body body, int members) {
        return committees.begin(Terms.of(organisation, body, members), Terms.DECISION, Scope.EVERYTHING);
    }

    private HoldingId fill(TermId term, MemberId member, String post, LocalDate from) {
        return committees.fill(
                new NewHolding(term, member, post, Manner.APPOINTED, 1, from),
                Terms.DECISION,
                Scope.EVERYTHING,
                Scope.EVERYTHING);
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri(java.net.URI.create(address))
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return HtmlUtils.htmlUnescape(
                    result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

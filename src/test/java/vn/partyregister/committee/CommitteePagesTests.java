package vn.partyregister.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
class CommitteePagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignIn signIn;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    Committees committees;

    @Autowired
    JdbcClient jdbc;

    private Orgs.Tree tree;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
    }

    @Test
    void aTermAndItsSecretaryAreEnteredAndShown() {
        var secretary = people.add(tree.eastCell(), one -> one.named("Thạch Thị Mỹ Duyên"));
        assertThat(post(
                        committee(),
                        Map.of(
                                "label",
                                "2020–2022",
                                "body",
                                "SECRETARY_ALONE",
                                "from",
                                "1/6/2020",
                                "lastDay",
                                "30/11/2022",
                                "members",
                                "1")))
                .hasStatus(302)
                .hasRedirectedUrl(committee());
        var term = theTerm();
        assertThat(body(Role.CLERK, "/committees/terms/" + term + "/posts/new?q=my%20duyen"))
                .contains("Thạch Thị Mỹ Duyên", secretary.toString(), "Bí thư")
                .doesNotContain("Chi ủy viên", "Ủy viên ban thường vụ");
        assertThat(post("/committees/terms/" + term + "/posts", secretary(secretary, "1/6/2020")))
                .hasStatus(302)
                .hasRedirectedUrl(committee());
        assertThat(body(Role.CLERK, committee()))
                .contains(
                        "Nhiệm kỳ 2020–2022", "Thạch Thị Mỹ Duyên", "Bí thư", "01/06/2020", "30/11/2022", "Số 5-QĐ/ĐU")
                .doesNotContain("không phải đảng viên chính thức");
        assertThat(body(Role.CLERK, committee() + "?asAt=2020-05-31")).contains("Chưa ghi nhiệm kỳ nào");
        assertThat(body(Role.CLERK, "/members/" + secretary + "/posts")).contains("Bí thư", "đang giữ", committee());
        assertThat(body(Role.CLERK, "/members/" + secretary)).contains("/members/" + secretary + "/posts");
        assertThat(body(Role.CLERK, "/organisations/" + tree.eastCell())).contains(committee());
    }

    @Test
    void whatIsMissingInAFormIsNamedAndWhatWasTypedStays() {
        assertThat(HtmlUtils.htmlUnescape(
                        text(post(committee(), Map.of("label", "2020–2022", "from", "31/02/2020", "members", "0")))))
                .contains("Không phải ngày có thật", "value=\"31/02/2020\"", "value=\"2020–2022\"");
        var term = term();
        assertThat(HtmlUtils.htmlUnescape(text(post("/committees/terms/" + term + "/posts", Map.of()))))
                .contains("Hãy tìm và chọn một người.", "Hãy chọn chức vụ.");
    }

    @Test
    void aRefusalShowsItsReasonOnTheForm() {
        term();
        assertThat(post(
                        committee(),
                        Map.of(
                                "label",
                                "2021–2024",
                                "body",
                                "SECRETARY_ALONE",
                                "from",
                                "1/1/2021",
                                "lastDay",
                                "31/12/2024",
                                "members",
                                "1")))
                .hasStatus(409)
                .bodyText()
                .contains("2020–2025 (từ 01/06/2020 đến hết 31/05/2025)");
    }

    @Test
    void aPostIsLeftAndAnotherEntryTakenBackWithoutLosingEither() {
        var term = term();
        var first = fill(term, people.add(tree.eastCell(), one -> one.named("Sơn Văn Ra")), "SECRETARY");
        var wrong = fill(term, people.add(tree.eastCell(), one -> one.named("Kim Thị Nhầm")), "DEPUTY");
        assertThat(post("/committees/posts/" + first + "/end", Map.of("lastDay", "31/12/2021")))
                .hasStatus(302)
                .hasRedirectedUrl(committee());
        assertThat(post("/committees/posts/" + wrong + "/withdrawal", Map.of("why", "Nhầm người cùng tên")))
                .hasStatus(302)
                .hasRedirectedUrl(committee());
        assertThat(body(Role.CLERK, committee()))
                .contains(
                        "Không ai giữ chức vụ vào ngày này",
                        "Sơn Văn Ra",
                        "31/12/2021",
                        "Kim Thị Nhầm",
                        "đã rút lại: Nhầm người cùng tên");
        assertThat(body(Role.CLERK, committee() + "?asAt=2021-12-31")).doesNotContain("Không ai giữ chức vụ");
    }

    @Test
    void theEndOfATermIsProlongedByADecisionAndItsPostsGoOn() {
        var term = term();
        fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY");
        assertThat(post("/committees/terms/" + term + "/end", Map.of("lastDay", "30/11/2025", "revision", "0")))
                .hasStatus(302)
                .hasRedirectedUrl(committee());
        assertThat(body(Role.CLERK, committee()))
                .contains("30/11/2025", "đã đổi 1 lần")
                .doesNotContain("31/05/2025");
        assertThat(post("/committees/terms/" + term + "/end", Map.of("lastDay", "31/12/2025", "revision", "0")))
                .hasStatus(409);
    }

    @Test
    void namesAreForWhoMayReadMembersAndPostsForWhoMayReadOrganisations() {
        var term = term();
        fill(term, people.add(tree.eastCell(), one -> one.named("Lâm Thị Kín")), "SECRETARY");
        assertThat(body(Role.INSPECTOR, committee())).contains("Lâm Thị Kín").doesNotContain("Ghi thôi giữ chức vụ");
        assertThat(get(Role.CLERK, tree.west(), committee())).hasStatus(404);
        assertThat(get(Role.INSPECTOR, tree.east(), committee() + "/new")).hasStatus(403);
        assertThat(get(Role.CLERK, tree.west(), "/committees/terms/" + term + "/end"))
                .hasStatus(404);
    }

    @Test
    void nobodyOutsideTheScopeComesToAPost() {
        var term = term();
        var stranger = people.add(tree.westCell(), one -> one.named("Tây Thị Xa"));
        assertThat(post("/committees/terms/" + term + "/posts", secretary(stranger, "1/6/2020")))
                .hasStatus(404);
        assertThat(body(Role.CLERK, "/committees/terms/" + term + "/posts/new?q=tay%20thi%20xa"))
                .contains("Không thấy ai trong phạm vi được giao");
    }

    @Test
    void anUnreadableDayIsSaidAndTheBusinessDayShown() {
        assertThat(body(Role.CLERK, committee() + "?asAt=31/02/2022")).contains("Không đọc được “31/02/2022”");
        assertThat(body(Role.CLERK, "/committees?asAt=x&gap=nonsense&body=1&sort=zz"))
                .contains("Không đọc được “x”", "Không đọc được “nonsense”", "Không đọc được “zz”");
    }

    @Test
    void thePageAsksAsOftenForManyHoldersAsForOne() throws Exception {
        var term = term();
        fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY");
        body(Role.CLERK, committee());
        var one = Statements.of(() -> body(Role.CLERK, committee()));
        IntStream.range(0, 20).forEach(_ -> fill(term, people.add(tree.eastCell(), other -> other), "DEPUTY"));
        body(Role.CLERK, committee());
        assertThat(Statements.of(() -> body(Role.CLERK, committee()))).hasSameSizeAs(one);
    }

    private TermId term() {
        return committees.begin(Terms.of(tree.eastCell(), Body.SECRETARY_ALONE, 2), Terms.DECISION, Scope.EVERYTHING);
    }

    private HoldingId fill(TermId term, MemberId member, String post) {
        return committees.fill(
                new NewHolding(term, member, post, Manner.ELECTED, 1, LocalDate.of(2020, 6, 1)),
                Terms.DECISION,
                Scope.EVERYTHING,
                Scope.EVERYTHING);
    }

    private static Map<String, String> secretary(MemberId member, String from) {
        return Map.of(
                "member", member.toString(), "post", "SECRETARY", "manner", "ELECTED", "place", "1", "from", from);
    }

    private String theTerm() {
        return jdbc.sql("select id::text from committee.term where organisation_id = :cell")
                .param("cell", tree.eastCell().id())
                .query(String.class)
                .single();
    }

    private String committee() {
        return "/organisations/" + tree.eastCell() + "/committee";
    }

    private String body(Role role, String address) {
        return HtmlUtils.htmlUnescape(text(get(role, tree.east(), address)));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(Role role, OrganisationId organisation, String address) {
        return mvc.get()
                .uri(java.net.URI.create(address))
                .with(signIn.as(role, organisation))
                .exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post()
                .uri(address)
                .param("issuer", "Đảng ủy xã")
                .param("number", "5-QĐ/ĐU")
                .param("decidedOn", "20/5/2020")
                .with(signIn.as(Role.CLERK, tree.east()))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}

package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.FactKind;

/** What is true of a member for a time: begun, ended, withdrawn, and none of it moves the count. */
@RegisterTest
class FactPagesTests {
    private static final Map<String, String> AWAY = Map.of("from", "01/03/2022", "place", "Bình Dương");

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
    private MemberId member;

    @BeforeEach
    void somebody() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person);
    }

    private MvcTestResult get(String rest, Object... variables) {
        return mvc.get()
                .uri("/members/" + member + rest, variables)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private MvcTestResult post(String rest, Map<String, String> typed, Object... variables) {
        var request = mvc.post()
                .uri("/members/" + member + rest, variables)
                .with(csrf())
                .with(signIn.as(Role.CLERK, tree.east()));
        typed.forEach(request::param);
        return request.exchange();
    }

    private UUID fact() {
        return jdbc.sql("select id from membership.dated_fact where member_id = :id order by recorded_at desc limit 1")
                .param("id", member.id())
                .query(UUID.class)
                .single();
    }

    @Test
    void whoIsWithAHostThatHasEndedIsStillListedForWhoeverIsAboveIt() {
        assertThat(post(
                        "/facts/new/TEMPORARY_OUT",
                        Map.of(
                                "from", "01/03/2022",
                                "to", "01/09/2022",
                                "organisation", orgs.name(tree.westCell()),
                                "number", "6-GGT/ĐU",
                                "decidedOn", "01/03/2022",
                                "issuer", "Đảng ủy")))
                .hasStatus3xxRedirection();
        orgs.end(tree.westCell(), LocalDate.of(2022, 4, 30));
        for (var address : new String[] {
            "/temporary-members",
            "/temporary-members?asAt=2022-04-29",
            "/temporary-members?organisation=" + tree.westBase(),
            "/temporary-members?organisation=" + tree.westCell()
        }) {
            assertThat(mvc.get().uri(address).with(signIn.as(Role.CLERK, tree.west())))
                    .as(address)
                    .bodyText()
                    .contains("Nguyễn Văn An", orgs.name(tree.westCell()));
        }
        assertThat(mvc.get().uri("/temporary-members").with(signIn.as(Role.CLERK, tree.east())))
                .bodyText()
                .doesNotContain("Nguyễn Văn An");
    }

    @Test
    void whoIsTakenInForATimeIsListedThereAndCountedAtHome() {
        people.add(tree.westCell(), person -> person.named("Người Ở Tây"));
        var temporary = new HashMap<>(Map.of(
                "from", "01/03/2022",
                "to", "01/09/2022",
                "organisation", orgs.name(tree.westCell()),
                "number", "5-GGT/ĐU",
                "decidedOn", "01/03/2022",
                "issuer", "Đảng ủy"));
        temporary.put("organisation", "không có chi bộ này");
        assertThat(post("/facts/new/TEMPORARY_OUT", temporary))
                .hasStatusOk()
                .bodyText()
                .contains("Không tìm thấy đúng một");
        temporary.put("organisation", orgs.name(tree.eastCell()));
        assertThat(post("/facts/new/TEMPORARY_OUT", temporary)).hasStatus(409);
        temporary.put("organisation", orgs.name(tree.westCell()));
        assertThat(post("/facts/new/TEMPORARY_OUT", temporary)).hasStatus3xxRedirection();
        assertThat(get("")).bodyText().contains(orgs.name(tree.westCell()));

        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(mvc.get().uri("/temporary-members").with(west))
                .bodyText()
                .contains("Nguyễn Văn An", orgs.name(tree.eastCell()), orgs.name(tree.westCell()), "5-GGT/ĐU")
                .doesNotContain("/members/" + member);
        assertThat(mvc.get().uri("/temporary-members?asAt=2022-02-28").with(west))
                .bodyText()
                .doesNotContain("Nguyễn Văn An");
        assertThat(mvc.get().uri("/temporary-members?q=an nguyen").with(west)).hasStatusOk();
        assertThat(mvc.get().uri("/temporary-members.csv").with(west))
                .bodyText()
                .contains("Nguyễn Văn An", "01/09/2022");
        assertThat(mvc.get().uri("/temporary-members.pdf").with(west)).hasStatusOk();
        assertThat(mvc.get()
                        .uri("/temporary-members?asAt=x&sort=y&organisation=z")
                        .with(west))
                .hasStatusOk();
        for (var order : new String[] {"name", "home", "organisation", "from", "to"}) {
            assertThat(mvc.get()
                            .uri("/temporary-members?sort=" + order + ",desc")
                            .with(west))
                    .hasStatusOk();
        }
        assertThat(mvc.get().uri("/members").with(west))
                .bodyText()
                .contains("Người Ở Tây", "/temporary-members")
                .doesNotContain("Nguyễn Văn An");
        assertThat(mvc.get().uri("/temporary-members").with(signIn.as(Role.CLERK, tree.east())))
                .bodyText()
                .doesNotContain("Nguyễn Văn An");
    }

    @Test
    void membersAreFilteredByWhatIsTrueOfThemOnTheDay() {
        people.add(tree.eastCell(), person -> person.named("Vẫn Ở Nhà"));
        post("/facts/new/ABROAD", Map.of("from", "01/03/2022", "to", "15/04/2022", "place", "Đài Loan"));
        var clerk = signIn.as(Role.CLERK, tree.east());
        assertThat(mvc.get().uri("/members?fact=ABROAD&asAt=2022-04-15").with(clerk))
                .bodyText()
                .contains("Nguyễn Văn An", "Ở nước ngoài")
                .doesNotContain("Vẫn Ở Nhà");
        for (var other : new String[] {
            "?fact=ABROAD&asAt=2022-04-16", "?fact=ABROAD&asAt=2022-02-28", "?fact=STUDENT&asAt=2022-04-15"
        }) {
            assertThat(mvc.get().uri("/members" + other).with(clerk)).bodyText().doesNotContain("Nguyễn Văn An");
        }
        assertThat(mvc.get().uri("/members?fact=lạ").with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("lạ");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsRecordedFromTheFileAndShownThere(FactKind kind) {
        assertThat(get("")).bodyText().contains("/facts/new/" + kind);
        assertThat(get("/facts/new/{kind}", kind)).hasStatusOk();
        var typed = new HashMap<>(AWAY);
        if (kind.asksForDecision()) {
            assertThat(post("/facts/new/{kind}", typed, kind)).bodyText().contains("Hãy ghi số quyết định.");
            typed.putAll(Map.of("number", "5-QĐ/ĐU", "decidedOn", "01/03/2022", "issuer", "Đảng ủy"));
        }
        assertThat(post("/facts/new/{kind}", typed, kind)).hasStatus3xxRedirection();
        assertThat(get(""))
                .bodyText()
                .contains("01/03/2022", "Chính thức</strong>", "class=\"badge text-bg-secondary\"");
        assertThat(post("/facts/new/{kind}", typed, kind)).hasStatus(409);
    }

    @Test
    void itEndsOnADayNotBeforeItBeganAndNotAfterToday() {
        post("/facts/new/ABROAD", AWAY);
        assertThat(get("/facts/{fact}/end", fact())).hasStatusOk();
        assertThat(post("/facts/{fact}/end", Map.of("to", "28/02/2022"), fact()))
                .hasStatus(409);
        assertThat(post("/facts/{fact}/end", Map.of("to", "01/05/2022"), fact()))
                .hasStatus(409);
        assertThat(post("/facts/{fact}/end", Map.of("to", "01/03/2022"), fact()))
                .hasStatus3xxRedirection();
        assertThat(post("/facts/{fact}/end", Map.of("to", "02/03/2022"), fact()))
                .hasStatus(409);
        var next = new HashMap<>(AWAY);
        assertThat(post("/facts/new/ABROAD", next)).hasStatus(409);
        next.put("from", "02/03/2022");
        assertThat(post("/facts/new/ABROAD", next)).hasStatus3xxRedirection();
    }

    @Test
    void whatNeverWasIsWithdrawnWithAReasonAndStaysLegible() {
        post("/facts/new/ABROAD", AWAY);
        var wrong = fact();
        assertThat(post("/facts/{fact}/withdrawal", Map.of("reason", ""), wrong))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi lý do hủy.");
        assertThat(get("/facts/{fact}/withdrawal", wrong)).hasStatusOk();
        assertThat(post("/facts/{fact}/withdrawal", Map.of("reason", "Nhầm người"), wrong))
                .hasStatus3xxRedirection();
        assertThat(get("")).bodyText().contains("class=\"reversed\"", "Nhầm người");
        assertThat(post("/facts/{fact}/withdrawal", Map.of("reason", "Nhầm người"), wrong))
                .hasStatus(404);
        assertThat(post("/facts/new/ABROAD", AWAY)).hasStatus3xxRedirection();
    }

    @Test
    void itIsOfSomebodyWhoStandsOnThatDay() {
        var early = new HashMap<>(AWAY);
        early.put("from", "30/12/2018");
        assertThat(post("/facts/new/ABROAD", early)).hasStatus(409).bodyText().contains("30/12/2018");
        early.put("from", "31/12/2018");
        assertThat(post("/facts/new/ABROAD", early)).hasStatus3xxRedirection();
        early.put("from", "01/05/2022");
        assertThat(post("/facts/new/STUDENT", early)).hasStatus(409);
    }
}

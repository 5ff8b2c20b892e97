package vn.partyregister.transfer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Uuids;

/** Who comes from outside for a time is listed and not counted; stays are extended as far as the rulebook goes. Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class StayPagesTests {
    private static final AtomicInteger LETTERS = new AtomicInteger(7000);

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
    private RequestPostProcessor east;

    @BeforeEach
    void aClerk() {
        tree = orgs.tree();
        east = signIn.as(Role.CLERK, tree.east());
    }

    private MvcTestResult post(String address, Map<String, String> form) {
        var request = mvc.post().uri(address).with(east).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private String page(String address) {
        var answer = mvc.get().uri(address).with(east).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return HtmlUtils.htmlUnescape(
                new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private Map<String, String> guest(String... changes) {
        var number = LETTERS.incrementAndGet();
        var form = new LinkedHashMap<String, String>();
        form.put("fullName", "Lý Thị Khách " + number);
        form.put("born", "01/02/1990");
        form.put("joinedOn", "03/02/2015");
        form.put("officialOn", "03/02/2016");
        form.put("from", "Đảng bộ phường Bến Nghé, TP Hồ Chí Minh");
        form.put("to", orgs.name(tree.eastCell()));
        form.put("ground", "WORK");
        form.put("number", number + "-GGT/ĐU");
        form.put("issuedOn", "01/10/2021");
        form.put("issuer", "Đảng ủy phường Bến Nghé");
        form.put("arrivedOn", "10/10/2021");
        form.put("until", "09/04/2022");
        for (var at = 0; at < changes.length; at += 2) {
            form.put(changes[at], changes[at + 1]);
        }
        return form;
    }

    private String takenIn(Map<String, String> form) {
        var answer = post("/transfers/guests", form);
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getMvcResult().getResponse().getRedirectedUrl());
    }

    private static Map<String, String> extension(String until) {
        return Map.of(
                "until",
                until,
                "number",
                LETTERS.incrementAndGet() + "-CV/ĐU",
                "issuedOn",
                "20/04/2022",
                "issuer",
                "Đảng ủy phường Bến Nghé");
    }

    @Test
    void aGuestIsListedAndOpensAndIsCountedNowhere() {
        var before = page("/statistics/1?organisation=" + tree.east());
        var form = guest();
        var address = takenIn(form);
        assertThat(page(address))
                .contains(
                        form.get("fullName"),
                        "Bến Nghé",
                        form.get("number"),
                        "không tính vào đảng số",
                        "quá ngày cuối");
        assertThat(page("/transfers/guests")).contains(form.get("fullName"), "Quá hạn");
        assertThat(page("/transfers/guests?view=OVERDUE&sort=name,desc")).contains(form.get("fullName"));
        assertThat(page("/transfers/guests.csv")).contains(form.get("fullName"), "09/04/2022");
        assertThat(mvc.get().uri("/transfers/guests.pdf").with(east)).hasStatusOk();
        assertThat(figures(page("/statistics/1?organisation=" + tree.east()))).isEqualTo(figures(before));
        assertThat(page("/members?organisation=" + tree.east())).doesNotContain(form.get("fullName"));
        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(mvc.get().uri(address).with(west)).hasStatus(404);
        assertThat(text(mvc.get().uri("/transfers/guests").with(west).exchange()))
                .doesNotContain(form.get("fullName"));
    }

    private static String figures(String page) {
        return page.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ").replaceAll("Đăng xuất.*?Thống kê", "");
    }

    /** Three months at least; a year and a day less at most, for study two years. */
    @ParameterizedTest
    @CsvSource({
        "WORK, 08/01/2022, 409",
        "WORK, 09/01/2022, 302",
        "WORK, 08/10/2022, 302",
        "WORK, 09/10/2022, 409",
        "STUDY, 09/10/2023, 302",
        "STUDY, 10/10/2023, 409"
    })
    void aStayIsAsLongAsTheRulesWant(String ground, String until, int status) {
        assertThat(post("/transfers/guests", guest("ground", ground, "until", until)))
                .hasStatus(status);
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhatToDo() {
        assertThat(text(post("/transfers/guests", guest("to", orgs.name(tree.westCell())))))
                .contains("to-wrong");
        assertThat(post("/transfers/guests", guest("to", orgs.name(tree.east()))))
                .hasStatus(409);
        assertThat(post("/transfers/guests", guest("arrivedOn", "30/09/2021"))).hasStatus(409);
        assertThat(post("/transfers/guests", guest("arrivedOn", "01/05/2022", "until", "01/10/2022")))
                .hasStatus(409);
        assertThat(post("/transfers/guests", guest("until", "31/02/2022"))).hasStatusOk();
        var form = guest();
        takenIn(form);
        var again = guest("fullName", form.get("fullName"));
        assertThat(text(post("/transfers/guests", again))).contains("đang sinh hoạt tạm thời trong sổ");
        assertThat(text(post("/transfers/guests", guest("number", form.get("number")))))
                .contains("role=\"alert\"");
        var card = "9" + LETTERS.incrementAndGet() + "999";
        people.add(
                tree.westCell(), one -> one.named("Lý Thị Của Sổ").numbered(card, "1" + card, card + "TV", "0" + card));
        assertThat(text(post("/transfers/guests", guest("fullName", "Lý Thị Của Sổ", "cardNumber", card))))
                .contains("đang là đảng viên trong sổ");
    }

    @ParameterizedTest
    @CsvSource({"09/04/2022, 409", "10/04/2022, 302", "08/10/2022, 302", "09/10/2022, 409"})
    void aStayIsExtendedToLessThanAYearInAll(String until, int status) {
        var address = takenIn(guest());
        var answer = post(address + "/extension", extension(until));
        assertThat(answer).hasStatus(status);
        if (status == 302) {
            assertThat(page(address)).contains("Các lần gia hạn", until, "09/04/2022");
        } else if (until.equals("09/10/2022")) {
            assertThat(text(answer))
                    .contains("chỉ được đến hết ngày 08/10/2022", "/rulebook/temporary-stay-extended-less-than");
        }
    }

    @Test
    void whoHasLeftIsNoLongerExtendedAndMayComeBackWithAnotherLetter() {
        var form = guest();
        var address = takenIn(form);
        assertThat(post(address + "/leaving", Map.of("day", "09/10/2021"))).hasStatus(409);
        assertThat(post(address + "/leaving", Map.of("day", "01/05/2022"))).hasStatus(409);
        assertThat(post(address + "/leaving", Map.of("day", "20/04/2022"))).hasStatus3xxRedirection();
        assertThat(text(post(address + "/extension", extension("01/09/2022")))).contains("đã kết thúc ngày 20/04/2022");
        assertThat(page("/transfers/guests")).doesNotContain(form.get("fullName"));
        assertThat(page("/transfers/guests?view=ENDED")).contains(form.get("fullName"));
        takenIn(guest(
                "fullName",
                form.get("fullName"),
                "issuedOn",
                "21/04/2022",
                "arrivedOn",
                "21/04/2022",
                "until",
                "30/09/2022"));
    }

    @Test
    void onItsLastDayAStayIsDueAndTheDayAfterItIsOverdueUntilItEnds() {
        var dueToday = guest("until", "30/04/2022");
        var tomorrow = guest("until", "01/05/2022");
        var over = guest("until", "29/04/2022");
        takenIn(dueToday);
        takenIn(tomorrow);
        var address = takenIn(over);
        var kind = "/inbox?kind=TEMPORARY_STAY_HERE";
        assertThat(page(kind + "&state=DUE")).contains(dueToday.get("fullName")).doesNotContain(over.get("fullName"));
        assertThat(page(kind + "&state=OVERDUE"))
                .contains(over.get("fullName"))
                .doesNotContain(dueToday.get("fullName"), tomorrow.get("fullName"));
        assertThat(post(address + "/leaving", Map.of("day", "30/04/2022"))).hasStatus3xxRedirection();
        assertThat(page(kind + "&state=OVERDUE")).doesNotContain(over.get("fullName"));
        assertThat(page(kind + "&state=LATE")).contains(over.get("fullName"));
    }

    @Test
    void whoeverTakesAMemberInForATimeSeesHowOftenTheStayWasExtended() {
        var member = people.add(tree.eastCell(), one -> one.named("Lý Văn Lâu"));
        var fact = Uuids.next();
        jdbc.sql("""
                        insert into membership.dated_fact (id, member_id, kind, valid, organisation_id, recorded_by)
                        values (:id, :member, 'TEMPORARY_OUT', '[2021-10-10,2022-04-10)', :host, 'test')
                        """)
                .param("id", fact)
                .param("member", member.id())
                .param("host", tree.otherEastCell().id())
                .update();
        var list = "/temporary-members?asAt=2022-04-01&q=Lau";
        assertThat(page(list)).contains("Lý Văn Lâu").doesNotContain("gia hạn");
        var address = "/members/" + member + "/facts/" + fact + "/extension";
        assertThat(post(address, extension("01/07/2022"))).hasStatus3xxRedirection();
        assertThat(post(address, extension("01/08/2022"))).hasStatus3xxRedirection();
        assertThat(page(list)).contains("Lý Văn Lâu", "gia hạn 2 lần");
        assertThat(page("/temporary-members.csv?asAt=2022-04-01&q=Lau").lines())
                .anyMatch(line -> line.contains("Lý Văn Lâu") && line.contains(",2,"));
        assertThat(mvc.get().uri("/temporary-members.pdf?q=Lau").with(east)).hasStatusOk();
    }

    @Test
    void aStayElsewhereIsExtendedFromTheFileAndTheMemberIsCountedAtHome() {
        var member = people.add(tree.eastCell(), one -> one.named("Lý Văn Xa"));
        var fact = Uuids.next();
        jdbc.sql("""
                        insert into membership.dated_fact (id, member_id, kind, valid, place, recorded_by)
                        values (:id, :member, 'TEMPORARY_OUT', '[2021-10-10,2022-04-10)', 'Đảng bộ tỉnh khác', 'test')
                        """).param("id", fact).param("member", member.id()).update();
        var address = "/members/" + member + "/facts/" + fact + "/extension";
        assertThat(page("/inbox?kind=TEMPORARY_STAY_AWAY&state=OVERDUE")).contains("Lý Văn Xa");
        assertThat(page("/members/" + member)).contains(address);
        assertThat(text(post(address, extension("09/10/2022")))).contains("chỉ được đến hết ngày 08/10/2022");
        assertThat(text(post(address, extension("09/04/2022")))).contains("phải sau ngày cuối đang ghi");
        assertThat(post(address, extension("08/10/2022"))).hasRedirectedUrl("/members/" + member);
        assertThat(page("/members/" + member)).contains("08/10/2022", "gia hạn 1 lần");
        assertThat(page("/members/" + member + "/transfers"))
                .contains("Các lần gia hạn", "09/04/2022", "08/10/2022", "Đảng ủy phường Bến Nghé");
        assertThat(page(address)).contains("Các lần gia hạn");
        assertThat(page("/inbox?kind=TEMPORARY_STAY_AWAY")).doesNotContain("Lý Văn Xa");
        assertThat(page("/members?q=" + "Xa" + "&organisation=" + tree.eastCell()))
                .contains("Lý Văn Xa");
        var end = "/members/" + member + "/facts/" + fact + "/end";
        assertThat(post(end, Map.of("to", "25/04/2022"))).hasStatus3xxRedirection();
        assertThat(text(post(address, extension("01/09/2022")))).contains("role=\"alert\"");
        assertThat(post(address, extension("01/09/2022"))).hasStatus(409);
    }
}

package vn.partyregister.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Today;

/** The forms of accounts, filled in and sent as an administrator sends them. */
@RegisterTest
@NullUnmarked
class AccountPagesTests {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final Pattern TEMPORARY =
            Pattern.compile("<output class=\"secret\">([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</output>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Cookie session;
    private String username;

    @BeforeEach
    void anAdministrator() {
        tree = orgs.tree();
        session = null;
        username = "moi-mo-" + ACCOUNTS.incrementAndGet();
    }

    @Test
    void aNewAccountShowsItsPasswordOnceAndItsOwnerSignsInWithIt() {
        var page = open();
        var shown = body(page);
        var temporary = temporary(shown);
        assertThat(shown).contains("Trần Thị Mới", username);
        assertThat(body(page)).contains("Trần Thị Mới").doesNotContain(temporary, "class=\"secret\"");
        assertThat(signsIn(temporary)).isTrue();
        assertThat(signsIn("không phải mật khẩu")).isFalse();
    }

    @Test
    void aTakenNameIsRefusedInTheForm() {
        open();
        var refused = post("/accounts", Map.of("username", username, "name", "Người Khác"));
        assertThat(refused)
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + username + "\"", "is-invalid", "Đã có tài khoản tên");
        assertThat(jdbc.sql("select name from access.account where username = ?")
                        .param(username)
                        .query(String.class)
                        .single())
                .isEqualTo("Trần Thị Mới");
    }

    @Test
    void aNameThatCannotBeOneIsRefusedInTheForm() {
        for (var name : new String[] {"", "có dấu", "a b", "x".repeat(200)}) {
            assertThat(post("/accounts", Map.of("username", name, "name", "Ai Đó")))
                    .hasStatusOk()
                    .bodyText()
                    .contains("is-invalid");
        }
    }

    @Test
    void aRoleIsGrantedFromADayToADayAndShownWithBoth() {
        var page = open();
        var refused = post(page + "/grants", grant(day().plusDays(9), day().plusDays(8)));
        assertThat(refused).hasStatusOk().bodyText().contains("role=\"alert\"");
        assertThat(grants()).isEmpty();
        assertThat(post(page + "/grants", grant(day(), day().plusDays(9)))).hasRedirectedUrl(page);
        assertThat(body(page)).contains("Cán bộ", orgs.name(tree.east()), written(day()), written(day().plusDays(9)));
        assertThat(grants()).isEqualTo("CLERK [%s,%s)".formatted(day(), day().plusDays(10)));
        assertThat(post(page + "/grants", grant(day().plusDays(9), null))).hasStatusOk();
        assertThat(grants()).as("no day twice").doesNotContain("\n");
    }

    @Test
    void aRoleEndsOnTheDayThatIsWrittenAndOnNoneThatCannotBeRead() {
        var page = open();
        post(page + "/grants", grant(day(), null));
        var ending = page + "/grants/"
                + jdbc.sql("""
                        select g.id from access.grant_of_role g join access.account a on a.id = g.account_id
                        where a.username = ?
                        """).param(username).query(java.util.UUID.class).single() + "/ending";
        assertThat(post(ending, Map.of("last", "31/02/2030")))
                .hasStatus(422)
                .bodyText()
                .contains("31/02/2030");
        assertThat(grants()).isEqualTo("CLERK [%s,)".formatted(day()));
        assertThat(post(ending, Map.of("last", written(day().plusDays(3))))).hasRedirectedUrl(page);
        assertThat(grants()).isEqualTo("CLERK [%s,%s)".formatted(day(), day().plusDays(4)));
        assertThat(body(page)).contains(written(day().plusDays(3)));
    }

    @Test
    void aResetShowsANewPasswordOnceAndTheOldOneOpensNothing() {
        var page = open();
        var old = temporary(body(page));
        assertThat(post(page + "/password", Map.of())).hasRedirectedUrl(page);
        var fresh = temporary(body(page));
        assertThat(fresh).isNotEqualTo(old);
        assertThat(body(page)).doesNotContain(fresh);
        assertThat(signsIn(old)).isFalse();
        assertThat(signsIn(fresh)).isTrue();
    }

    @Test
    void anEndedAccountOpensNothingAndOffersNothingMore() {
        var page = open();
        var temporary = temporary(body(page));
        assertThat(post(page + "/ending", Map.of())).hasRedirectedUrl(page);
        assertThat(body(page)).contains(written(day())).doesNotContain(page + "/password", page + "/ending");
        assertThat(signsIn(temporary)).isFalse();
        assertThat(post(page + "/password", Map.of())).hasStatus(409);
        assertThat(post(page + "/ending", Map.of())).hasStatus(409);
    }

    /** The address of a new account. */
    private String open() {
        var opened = post("/accounts", Map.of("username", username, "name", " Trần  Thị Mới "));
        return opened.getResponse().getRedirectedUrl();
    }

    private Map<String, String> grant(LocalDate from, LocalDate to) {
        return Map.of(
                "role",
                "CLERK",
                "organisation",
                tree.east().toString(),
                "from",
                written(from),
                "to",
                to == null ? "" : written(to));
    }

    private String grants() {
        return String.join(
                "\n", jdbc.sql("""
                                select g.role || ' ' || g.valid from access.grant_of_role g
                                join access.account a on a.id = g.account_id where a.username = ?
                                """).param(username).query(String.class).list());
    }

    private boolean signsIn(String password) {
        return !"/sign-in?failed"
                .equals(mvc.post()
                        .uri("/sign-in")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("198.51.100.7"); // where nobody else types wrong passwords
                            return request;
                        })
                        .param("username", username)
                        .param("password", password)
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private static String temporary(String page) {
        var shown = TEMPORARY.matcher(page);
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf());
        fields.forEach(request::param);
        return inTheSession(request);
    }

    private String body(String address) {
        var answer = inTheSession(mvc.get().uri(address));
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** What is told once waits in the session for the next page. */
    private MvcTestResult inTheSession(MockMvcTester.MockMvcRequestBuilder request) {
        if (session != null) {
            request.cookie(session);
        }
        var answer = request.with(signIn.asAdministrator()).exchange();
        var fresh = answer.getResponse().getCookie("register");
        session = fresh == null ? session : fresh;
        return answer;
    }

    private LocalDate day() {
        return today.day();
    }

    private static String written(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}

package vn.partyregister.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.platform.FirstLoad;

@RegisterTest
@NullUnmarked
class SignInTests {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Accounts accounts;

    @Autowired
    private FirstLoad load;

    @Autowired
    private Throttle throttle;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Orgs.Tree tree;
    private HttpClient browser;

    @BeforeEach
    void browser() {
        tree = orgs.tree();
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @Test
    void whileTheFirstRowsAreLoadedTheSignInPageSaysHowFarItIs() throws Exception {
        load.at(40);
        try {
            assertThat(get("/sign-in").body()).contains("Đang nạp dữ liệu", "40");
        } finally {
            load.done();
        }
        assertThat(get("/sign-in").body()).doesNotContain("Đang nạp dữ liệu");
    }

    @Test
    void whoIsSentToTheSignInPageComesBackToWhereTheyWanted() throws Exception {
        var account = signIn.account(Role.CLERK, tree.east());
        var refused = get("/account/password?lang=en");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).isEqualTo("/sign-in");
        var back = signInAs(account.username(), SignIn.PASSWORD);
        assertThat(location(back)).startsWith("/account/password?lang=en");
        assertThat(get("/account/password").statusCode()).isEqualTo(200);
    }

    /** Else whoever asks in ever other languages fills the memory with texts that are none. */
    @Test
    void aLanguageThatIsNotSpokenIsAsNone() throws Exception {
        assertThat(get("/sign-in?lang=en").body()).contains("lang=\"en\"");
        assertThat(get("/sign-in?lang=fr").body()).contains("lang=\"en\"");
        assertThat(get("/sign-in?lang=vi-VN-x-lvariant").body()).contains("lang=\"en\"");
        assertThat(get("/sign-in?lang=vi").body()).contains("lang=\"vi\"");
    }

    @Test
    void theSessionIsAnotherOneAfterSigningInAndItsCookieIsOutOfReach() throws Exception {
        var before = get("/sign-in").headers().allValues("Set-Cookie");
        var after = signInAs(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD)
                .headers()
                .allValues("Set-Cookie");
        assertThat(before).anySatisfy(cookie -> assertThat(cookie).contains("register=", "HttpOnly", "SameSite=Lax"));
        assertThat(after).anySatisfy(cookie -> assertThat(cookie).contains("register="));
        assertThat(after).doesNotContainAnyElementsOf(before);
    }

    @Test
    void wrongPasswordUnknownNameAndEndedAccountGetTheSameAnswer() throws Exception {
        var ended = accounts.open("da-ket-thuc", "Đã Kết Thúc");
        accounts.end(ended.account());
        var known = signIn.account(Role.CLERK, tree.east()).username();
        for (var attempt : new String[][] {
            {known, "sai mật khẩu"}, {"khong-co-ai", "sai"}, {"da-ket-thuc", ended.password()}, {"a\u0000b", "\u0000"}
        }) {
            assertThat(location(signInAs(attempt[0], attempt[1]))).isEqualTo("/sign-in?failed");
        }
    }

    @Test
    void aFailedSignInIsWrittenDownWithoutWhatWasTyped() throws Exception {
        var account = signIn.account(Role.INSPECTOR, tree.east());
        signInAs(account.username(), "bí mật gõ nhầm");
        signInAs("bi-mat-go-nham-vao-o-ten", "x");
        var written = jdbc.sql("select username || ' ' || coalesce(after::text, '') from audit.entry"
                        + " where act = 'account.sign-in-failed' order by id desc limit 2")
                .query(String.class)
                .list();
        assertThat(written.getFirst()).startsWith("? ");
        assertThat(written.getLast()).startsWith(account.username());
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry e where e::text like '%go-nham%' or e::text like '%gõ nhầm%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tenWrongPasswordsAreTooManyAndTheRightOneHasToWaitToo() {
        var account = signIn.account(Role.AUDITOR, tree.east());
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(post(account.username(), "sai " + attempt, "203.0.113.7"))
                    .hasRedirectedUrl("/sign-in?failed");
        }
        assertThat(post(account.username(), SignIn.PASSWORD, "203.0.113.8"))
                .hasStatus(429)
                .hasForwardedUrl("/sign-in/wait")
                .headers()
                .hasHeaderSatisfying(
                        "Retry-After",
                        value -> assertThat(Integer.parseInt(value.getFirst())).isBetween(60, 91));
    }

    @Test
    void sixtyFailuresFromOneAddressAreTooManyWhateverTheNames() {
        for (var attempt = 0; attempt < 60; attempt++) {
            assertThat(throttle.attempt("khong-co-" + attempt, "2001:db8:1:2::" + attempt))
                    .isEmpty();
        }
        assertThat(post("khong-co-60", "sai", "2001:db8:1:2:ffff::1")).hasStatus(429);
        assertThat(post("khong-co-60", "sai", "2001:db8:1:3::1")).hasStatus(302);
    }

    @Test
    void theRightPasswordFreesTheAttemptsBefore() {
        var account = signIn.account(Role.BOARD, tree.root());
        for (var round = 0; round < 2; round++) {
            for (var attempt = 0; attempt < 9; attempt++) {
                post(account.username(), "sai", "203.0.113.9");
            }
            assertThat(post(account.username(), SignIn.PASSWORD, "203.0.113.9")).hasRedirectedUrl("/");
        }
    }

    @Test
    void thePageOfWhoMustWaitSaysHowLong() throws Exception {
        var account = signIn.account(Role.CELL_SECRETARY, tree.eastCell());
        for (var attempt = 0; attempt < 10; attempt++) {
            post(account.username(), "sai", "203.0.113.10");
        }
        var refused = signInAs(account.username(), SignIn.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Hãy đợi 2 phút");
    }

    @Test
    void aSampleAccountDoesNotSignInToARealRegister() {
        accounts.openForSample("mau-cu", "Mẫu Cũ", "sample", Role.CLERK, tree.east());
        assertThat(post("mau-cu", "sample", "127.0.0.1")).hasRedirectedUrl("/sign-in?failed");
    }

    @Test
    void nothingElseCanBeDoneBeforeATemporaryPasswordIsChanged() throws Exception {
        var issued = accounts.open("moi-vao-" + port, "Mới Vào");
        accounts.grant(issued.account(), Role.CLERK, tree.east(), java.time.LocalDate.of(2020, 1, 1), null);
        signInAs("moi-vao-" + port, issued.password());
        assertThat(location(get("/"))).isEqualTo("/account/password");
        var changed = post(
                "/account/password",
                "current",
                issued.password(),
                "password",
                "trời xanh mây trắng",
                "again",
                "trời xanh mây trắng");
        assertThat(location(changed)).isEqualTo("/account/password");
        assertThat(get("/account/password").body()).contains("Đã đổi mật khẩu");
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionEndsWithItsAccount() throws Exception {
        var issued = accounts.open("sap-nghi-" + port, "Sắp Nghỉ");
        signInAs("sap-nghi-" + port, issued.password());
        assertThat(get("/account/password").statusCode()).isEqualTo(200);
        accounts.end(issued.account());
        assertThat(location(get("/account/password"))).isEqualTo("/sign-in");
    }

    @Test
    void aResetPasswordEndsTheOldOneItsSessionsAndMustBeChanged() throws Exception {
        var name = "quen-mat-khau-" + port;
        var issued = accounts.open(name, "Quên Mật Khẩu");
        accounts.changePassword(issued.account(), issued.password(), "trời xanh mây trắng", null);
        assertThat(location(signInAs(name, "trời xanh mây trắng"))).startsWith("/");
        assertThat(get("/account/password").statusCode()).isEqualTo(200);

        var temporary = accounts.resetPassword(issued.account());

        assertThat(location(get("/account/password"))).isEqualTo("/sign-in");
        assertThat(location(signInAs(name, "trời xanh mây trắng"))).isEqualTo("/sign-in?failed");
        assertThat(location(signInAs(name, issued.password()))).isEqualTo("/sign-in?failed");
        assertThat(location(signInAs(name, temporary))).doesNotContain("failed");
        assertThat(location(get("/"))).isEqualTo("/account/password");
        assertThat(accounts.get(issued.account()).mustChange()).isTrue();
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() throws Exception {
        for (var address : new String[] {"/sign-in", "/khong-co", "/app/register.css"}) {
            var headers = get(address).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void overHttpsTheBrowserIsToldToStayThereAndEachCookieIsSecure() {
        var shown =
                mvc.get().uri("https://localhost/sign-in?lang=en").secure(true).exchange();
        var signedIn = mvc.post()
                .uri("https://localhost/sign-in")
                .secure(true)
                .with(csrf())
                .param("username", signIn.account(Role.CLERK, tree.east()).username())
                .param("password", SignIn.PASSWORD)
                .exchange();
        assertThat(shown.getResponse().getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        var cookies = new java.util.ArrayList<>(shown.getResponse().getHeaders("Set-Cookie"));
        cookies.addAll(signedIn.getResponse().getHeaders("Set-Cookie"));
        for (var name : new String[] {"register=", "register-last=", "language="}) {
            assertThat(cookies)
                    .filteredOn(cookie -> cookie.startsWith(name))
                    .as("cookies %s", name)
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Lax"));
        }
    }

    @Test
    void overHttpALanguageCanStillBeChosen() {
        assertThat(mvc.get().uri("/sign-in?lang=en").exchange().getResponse().getHeaders("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("language="))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .doesNotContain("Secure");
    }

    @Test
    void aPostWithoutItsTokenIsRefused() {
        assertThat(mvc.post().uri("/account/password").with(signIn.as(Role.CLERK, tree.east())))
                .hasStatus(403);
        assertThat(mvc.post().uri("/sign-in").param("username", "an")).hasRedirectedUrl("/sign-in?expired");
    }

    @Test
    void thereIsNoFirstAdministratorPageOnceThereIsAnAdministrator() {
        signIn.asAdministrator();
        assertThat(mvc.get().uri("/first-administrator")).hasStatus(404);
        assertThat(mvc.post().uri("/first-administrator").with(csrf())).hasStatus(404);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(
            String username, String password, String address) {
        RequestPostProcessor from = request -> {
            request.setRemoteAddr(address);
            return request;
        };
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .with(from)
                .param("username", username)
                .param("password", password)
                .exchange();
    }

    private HttpResponse<String> signInAs(String username, String password) throws Exception {
        get("/sign-in");
        return post("/sign-in", "username", username, "password", password);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** With the token of the page at the same address. */
    private HttpResponse<String> post(String address, String... fields) throws Exception {
        var token = TOKEN.matcher(get(address).body());
        assertThat(token.find()).isTrue();
        var body = new StringBuilder("_csrf=").append(token.group(1));
        for (var i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replace("http://localhost:" + port, "");
    }
}

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;

/** A form that is sent when its session has ended: what was typed is there again after the sign-in, and not written. */
@RegisterTest
class EndedSessionTests {
    private static final String HERE = "http://localhost";

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
    private SignIn.Account clerk;
    private Cookie whose;

    @BeforeEach
    void aClerkWhoHasSignedIn() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person);
        clerk = signIn.account(Role.CLERK, tree.east());
        whose = Objects.requireNonNull(
                enter(clerk, new Cookie("register", "none")).getResponse().getCookie("register-last"));
    }

    @Test
    void whatWasTypedInASectionStandsInItsFieldsAfterTheSignInAndIsNotWritten() {
        var page = HERE + "/members/" + member + "/sections/CAREER";
        var late = send(
                page,
                page,
                HERE,
                whose,
                Map.of("since.0", "9/1998", "work.3", "Giáo viên <b>", "mark", "old", "ground", "CORRECTION"));
        assertThat(late).hasStatus(302).hasRedirectedUrl("/sign-in?kept");
        var session = session(late);
        var back = Objects.requireNonNull(enter(clerk, session).getResponse().getRedirectedUrl());
        assertThat(back).contains("/sections/CAREER?kept=");
        var shown = open(back, clerk);
        assertThat(shown)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Phiên làm việc đã hết khi bạn đang gõ",
                        "name=\"since.0\" value=\"9/1998\"",
                        "name=\"work.3\" value=\"Giáo viên &lt;b&gt;\"",
                        "name=\"mark\" value=\"old\"")
                .containsPattern("value=\"CORRECTION\"[^>]*checked");
        assertThat(written()).isZero();
        assertThat(open(back, clerk)).bodyText().doesNotContain("9/1998");
    }

    @Test
    void whatWasTypedOfAnAdmissionStandsInItsFieldsWhateverTheirKind() {
        var page = HERE + "/members/admission";
        var late =
                send(page, page, HERE, whose, Map.of("fullName", "Lê Thị Mộng", "sex", "FEMALE", "born", "2/9/1999"));
        var session = session(late);
        var shown =
                open(Objects.requireNonNull(enter(clerk, session).getResponse().getRedirectedUrl()), clerk);
        assertThat(shown)
                .bodyText()
                .contains("value=\"Lê Thị Mộng\"", "value=\"2/9/1999\"")
                .containsPattern("<option value=\"FEMALE\" selected");
    }

    @Test
    void whoIsSignedInAnewInAnotherTabFindsTheFormAtOnce() {
        var page = HERE + "/members/" + member + "/sections/CAREER";
        var request = mvc.post()
                .uri(page)
                .header("Origin", HERE)
                .header("Host", "localhost")
                .header("Referer", page)
                .param("work.0", "Giáo viên")
                .with(SecurityMockMvcRequestPostProcessors.csrf().useInvalidToken())
                .with(signIn.as(clerk));
        assertThat(open(Objects.requireNonNull(request.exchange().getResponse().getRedirectedUrl()), clerk))
                .bodyText()
                .contains("value=\"Giáo viên\"");
    }

    @Test
    void nobodyElseSeesWhatWasTyped() {
        var page = HERE + "/members/" + member + "/sections/CAREER";
        var late = send(page, page, HERE, whose, Map.of("work.0", "Giáo viên"));
        var session = session(late);
        var other = signIn.account(Role.BOARD, tree.root());
        var back = Objects.requireNonNull(enter(other, session).getResponse().getRedirectedUrl());
        assertThat(open(back, other)).hasStatusOk().bodyText().doesNotContain("Giáo viên");
        assertThat(open(back, clerk)).bodyText().contains("Giáo viên");
    }

    @Test
    void whatAnotherSiteSentOrNobodyKnowsWhoseItIsIsRefused() {
        var page = HERE + "/members/" + member + "/sections/CAREER";
        var typed = Map.of("work.0", "Giáo viên");
        assertThat(send(page, page, "https://elsewhere.example", whose, typed)).hasStatus(403);
        assertThat(send(page, page, HERE, new Cookie("register-last", "Zm9yZ2Vk"), typed))
                .hasStatus(403);
    }

    @Test
    void aPasswordIsNeverKept() {
        var before = kept();
        var page = HERE + "/account/password";
        assertThat(send(page, page, HERE, whose, Map.of("next", "mật khẩu mới")))
                .hasStatus(403);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void whatNobodyCameBackForIsGoneAfterAnHour() {
        var page = HERE + "/members/" + member + "/sections/CAREER";
        var late = send(page, page, HERE, whose, Map.of("work.0", "Giáo viên"));
        jdbc.sql("update access.kept_form set kept_at = kept_at - interval '61 minutes'")
                .update();
        var session = session(late);
        var back = Objects.requireNonNull(enter(clerk, session).getResponse().getRedirectedUrl());
        assertThat(open(back, clerk)).hasStatusOk().bodyText().doesNotContain("Giáo viên");
        assertThat(kept()).isZero();
    }

    private static Cookie session(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("register"));
    }

    private MvcTestResult enter(SignIn.Account account, Cookie session) {
        return mvc.post()
                .uri("/sign-in")
                .cookie(session)
                .param("username", account.username())
                .param("password", SignIn.PASSWORD)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult send(String address, String page, String origin, Cookie cookie, Map<String, String> typed) {
        var request = mvc.post()
                .uri(address)
                .header("Origin", origin)
                .header("Host", "localhost")
                .header("Referer", page)
                .cookie(cookie);
        typed.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult open(String address, SignIn.Account account) {
        var parts = UriComponentsBuilder.fromUriString(address).build();
        return mvc.get()
                .uri(Objects.requireNonNull(parts.getPath()))
                .param("kept", Objects.requireNonNull(parts.getQueryParams().getFirst("kept")))
                .with(signIn.as(account))
                .exchange();
    }

    private int written() {
        return jdbc.sql("select count(*) from member.amendment where member_id = :id")
                .param("id", member.id())
                .query(Integer.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("select count(*) from access.kept_form")
                .query(Integer.class)
                .single();
    }
}

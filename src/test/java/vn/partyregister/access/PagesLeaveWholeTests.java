package vn.partyregister.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;

@RegisterTest
@NullUnmarked
class PagesLeaveWholeTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Test
    void aSessionIsReadOnceForAPage() throws Exception {
        var clerk = signIn.account(Role.CLERK, orgs.tree().east());
        var session = Objects.requireNonNull(mvc.post()
                .uri("/sign-in")
                .param("username", clerk.username())
                .param("password", SignIn.PASSWORD)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("register"));

        var sent = Statements.of(() -> assertThat(mvc.get().uri("/members").cookie(session))
                .hasStatusOk()
                .bodyText()
                .endsWith("</html>\n"));

        assertThat(sent)
                .filteredOn(statement -> statement.contains("platform.spring_session S"))
                .hasSize(1);
    }
}

package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

/** Where the tests of the pages of organisations begin: somebody who asks for them, and a clerk who sends an act. */
@NullUnmarked
abstract class OrganisationDesk {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignIn signIn;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    void fill(OrganisationId cell, int members) {
        for (var one = 0; one < members; one++) {
            people.add(cell, UnaryOperator.identity());
        }
    }

    String read(Orgs.Tree place, String address) {
        var answer = get(Role.CLERK, place.east(), address);
        assertThat(answer).as(address).hasStatusOk();
        return text(answer);
    }

    MvcTestResult get(Role role, OrganisationId organisation, String address) {
        return mvc.get()
                .uri(java.net.URI.create(address))
                .with(signIn.as(role, organisation))
                .exchange();
    }

    MvcTestResult post(Orgs.Tree place, String address, String field, String value) {
        return mvc.post()
                .uri(address)
                .param(field, value)
                .param("day", "01/04/2022")
                .param("issuer", "Ban Thường vụ Huyện ủy")
                .param("number", "5-QĐ/HU")
                .param("issuedOn", "30/3/2022")
                .with(signIn.as(Role.CLERK, place.east()))
                .with(csrf())
                .exchange();
    }

    static String text(MvcTestResult answer) {
        return HtmlUtils.htmlUnescape(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

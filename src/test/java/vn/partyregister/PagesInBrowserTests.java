package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page as its reader sees it, in both languages: pictures taken, no barrier found, valid HTML, no script error. */
@SampleTest
@InBrowser
class PagesInBrowserTests {
    private static final String CLERKS = """
            select g.organisation_id from access.grant_of_role g join access.account a on a.id = g.account_id
            where a.username = 'clerk'""";

    private static final Map<String, String> PLACES = Map.of(
            "{district}",
            "select organisation_id::text from (" + CLERKS + ") of_clerk",
            "{cell}",
            """
            select g.organisation_id::text from access.grant_of_role g join access.account a on a.id = g.account_id
            where a.username = 'secretary'""",
            "{member}",
            somebody("OFFICIAL"),
            "{probationer}",
            somebody("PROBATIONARY"),
            "{account}",
            "select id::text from access.account where username = 'clerk'");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "sign-in, , /sign-in",
        "home, board, /",
        "home-of-a-district, clerk, /",
        "home-of-a-cell, secretary, /",
        "members, board, /members",
        "members-found, clerk, /members?q=nguyen+van",
        "members-filtered, board, /members?sex=FEMALE&ethnicity=KHMER&ageFrom=30&ageTo=40",
        "members-nobody, clerk, /members?q=khongcoaitenthe",
        "member, clerk, /members/{member}",
        "member-for-an-inspector, inspector, /members/{member}",
        "member-admission, clerk, /members/admission",
        "member-exemption, clerk, /members/{member}/exemption",
        "member-recognition, clerk, /members/{probationer}/recognition",
        "organisations, board, /organisations",
        "organisations-of-a-district, clerk, /organisations?organisation={district}",
        "organisation, clerk, /organisations/{district}",
        "organisation-new, clerk, /organisations/new?parent={district}",
        "organisation-name, clerk, /organisations/{cell}/name",
        "organisation-parent, clerk, /organisations/{cell}/parent",
        "organisation-type, clerk, /organisations/{cell}/type",
        "organisation-closing, clerk, /organisations/{cell}/closing",
        "imports, clerk, /imports",
        "rulebook, secretary, /rulebook",
        "rulebook-directives, secretary, /rulebook/directives",
        "rulebook-codes, secretary, /rulebook/codes",
        "rulebook-holidays, secretary, /rulebook/holidays",
        "audit, auditor, /audit",
        "accounts, admin, /accounts",
        "account-new, admin, /accounts/new",
        "account, admin, /accounts/{account}",
        "account-grant, admin, /accounts/{account}/grants/new",
        "password, clerk, /account/password",
    })
    void aPageHasNoBarrierAndIsValid(String name, @Nullable String account, String pattern, Page page) {
        var address = filled(pattern);
        var wrong = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.add(message.text());
            }
        });
        page.onPageError(wrong::add);
        if (account != null) {
            signIn(page, account);
        }
        for (var language : List.of("vi", "en")) {
            var answer = page.navigate(at(address + (address.contains("?") ? "&" : "?") + "lang=" + language));
            assertThat(answer.status()).as(address).isEqualTo(200);
            ValidHtml.check(address, answer.text());
            var barriers = new AxeBuilder(page).analyze().getViolations();
            Pictures.take(page, name + "-" + language);
            assertThat(barriers)
                    .as(address)
                    .extracting(rule -> rule.getId() + " " + rule.getNodes())
                    .isEmpty();
        }
        assertThat(wrong).as(address).isEmpty();
    }

    /** The address with somebody and something of the sample in it, within the clerk's district. */
    private String filled(String pattern) {
        var address = pattern;
        for (var place : PLACES.entrySet()) {
            if (address.contains(place.getKey())) {
                var found = jdbc.sql(place.getValue()).query(String.class).single();
                address = address.replace(place.getKey(), found);
            }
        }
        return address;
    }

    private void signIn(Page page, String account) {
        page.navigate(at("/sign-in"));
        page.locator("#username").fill(account);
        page.locator("#password").fill("sample");
        page.locator("main button").click();
        page.waitForURL(address -> !address.endsWith("/sign-in"));
    }

    private static String somebody(String status) {
        return """
                select s.member_id::text from membership.standing s
                join organisation.ancestry a on a.descendant_id = s.organisation_id and upper_inf(a.valid)
                where a.ancestor_id in (%s) and s.status = '%s' and upper_inf(s.valid)
                order by s.member_id limit 1""".formatted(CLERKS, status);
    }

    private String at(String address) {
        return "http://localhost:%d%s".formatted(port, address);
    }
}

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Somebody at the register in a browser: whatever a page, a script or the server does wrong is remembered. */
final class Visit {
    private static final int FIRST_ERROR = 400;
    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    private final Page page;
    private final int port;
    private final List<String> wrong = new ArrayList<>();
    private @Nullable Response shown;

    Visit(Page page, int port) {
        this.page = page;
        this.port = port;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.add(message.text());
            }
        });
        page.onPageError(wrong::add);
        page.onResponse(this::heard);
    }

    private void heard(Response response) {
        if (response.status() >= FIRST_ERROR) {
            wrong.add(response.status() + " " + response.url());
        }
        if (response.request().isNavigationRequest()) {
            shown = response;
        }
    }

    void signIn(String username, String password) {
        open("/sign-in");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("main button").click();
        page.waitForURL(address -> !address.endsWith("/sign-in"));
    }

    /** Opens an address of the register. */
    void open(String address) {
        page.navigate(url(address));
    }

    /** The same address in a language. */
    void open(String address, String language) {
        page.navigate(url(address, language));
    }

    private String url(String address) {
        return "http://localhost:%d%s".formatted(port, address);
    }

    private String url(String address, String language) {
        return url(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
    }

    /** As somebody who has signed in before, if they have: an earlier session goes on. */
    void goOnAs(String username, String password) {
        var earlier = SESSIONS.get(port + username);
        if (earlier == null) {
            signIn(username, password);
            SESSIONS.put(port + username, page.context().cookies());
        } else {
            page.context().addCookies(earlier);
        }
    }

    /** Pictures of the page that stands there; its HTML is valid, and nobody meets a barrier on it. */
    void inspect(String name) {
        var address = page.url();
        valid();
        var barriers = barriers();
        Pictures.take(page, name);
        assertThat(barriers)
                .as(address)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    /** Of the page alone: no frame of another origin is in it, for which the tool would open a second page each time. */
    private List<Rule> barriers() {
        var violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true)
                .options(violations)
                .analyze()
                .getViolations();
    }

    /** Opens an address and inspects it in Vietnamese; in English, where only words differ, its HTML is valid. */
    void inspect(String address, String name) {
        if (Pictures.WANTED) {
            open(address, "en");
            Pictures.screen(page, name + "-en");
        }
        var english = page.request().get(url(address, "en"));
        assertThat(english.ok()).as(english.url()).isTrue();
        ValidHtml.check(english.url(), english.text());
        open(address, "vi");
        inspect(name + "-vi");
    }

    private void valid() {
        ValidHtml.check(page.url(), Objects.requireNonNull(shown).text());
    }

    void wentWell() {
        assertThat(wrong).as(page.url()).isEmpty();
    }
}

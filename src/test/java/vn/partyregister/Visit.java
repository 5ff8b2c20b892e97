package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody at the register in a browser: whatever a page, a script or the server does wrong is remembered. */
final class Visit {
    private static final int FIRST_ERROR = 400;

    /** Finds barriers. Where page after page is inspected it comes into each as it opens: handed over, it costs more than it finds. */
    private static final String AXE = axe();

    private final Page page;
    private final int port;
    private final List<String> wrong = new ArrayList<>();
    private @Nullable Response shown;
    private boolean inspectsAll;

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

    private static String axe() {
        try (var script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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

    /** Pictures of the page that stands there; its HTML is valid, and nobody meets a barrier on it. */
    void inspect(String name) {
        var address = page.url();
        valid();
        var barriers = barriers();
        Pictures.take(page, name);
        assertThat(barriers).as(address).isEmpty();
    }

    /** What axe finds, rule by rule. */
    private List<?> barriers() {
        if (!inspectsAll) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate("""
                async () => {
                    const found = await axe.run(document, {resultTypes: ['violations'], preload: false});
                    return found.violations.map(rule => rule.id + ' ' + rule.nodes.map(node => node.html).join(' '));
                }""");
    }

    /** Opens an address and inspects it in Vietnamese; in English, where only words differ, its HTML is valid. */
    void inspect(String address, String name) {
        if (!inspectsAll) {
            page.addInitScript(AXE);
            inspectsAll = true;
        }
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

    /** Closes the window, with all it keeps. */
    void close() {
        page.context().close();
    }
}

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody at the register in a browser: whatever a page, a script or the server does wrong is remembered. */
public final class Visit {
    private static final int FIRST_ERROR = 400;

    /** Finds barriers. Where page after page is inspected it comes into each as it opens: handed over, it costs more than it finds. */
    private static final String AXE = axe();

    /** One of each sort of link, button and field that shows no outline when the keyboard comes to it. */
    private static final String UNSEEN_FOCUS = """
            () => {
                const sorts = new Map();
                for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
                    const sort = [one.tagName, one.type, one.className, one.closest('header') && 'header'].join(' ');
                    if (!sorts.has(sort) && one.checkVisibility() && !one.disabled) {
                        sorts.set(sort, one);
                    }
                }
                const before = [scrollX, scrollY];
                const unseen = [...sorts.values()].filter(one => {
                    one.focus({focusVisible: true});
                    const style = getComputedStyle(one);
                    return one !== document.activeElement || !one.matches(':focus-visible')
                        || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2;
                }).map(one => one.outerHTML.slice(0, 200));
                document.activeElement.blur();
                scrollTo(...before);
                return unseen;
            }""";

    private final Page page;
    private final int port;
    private final List<String> wrong = new ArrayList<>();
    private @Nullable Response shown;
    private boolean inspectsAll;

    public Visit(Page page, int port) {
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

    public void signIn(String username, String password) {
        open("/sign-in");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("main button").click();
        page.waitForURL(address -> !address.endsWith("/sign-in"));
    }

    /** Opens an address of the register. */
    public void open(String address) {
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

    /** Pictures of the page that stands there; its HTML is valid, and nobody meets a barrier on it, in their way or on paper. */
    void inspect(String name) {
        look(name, true);
        assertThat((List<?>) page.evaluate(UNSEEN_FOCUS))
                .as("focus that nobody sees at %s", page.url())
                .isEmpty();
    }

    private void look(String name, boolean onPaper) {
        var address = page.url();
        assertThat(InspectedPagesTests.standsWhereItShould(
                        name.replaceFirst("-(vi|en)$", ""), URI.create(address).getPath()))
                .as("%s is the page of %s", address, name)
                .isTrue();
        valid();
        var barriers = barriers();
        Pictures.take(page, name, onPaper);
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

    /** Opens an address and inspects it in both languages: the words differ, and with them what a label says and a screen holds. */
    void inspect(String address, String name) {
        if (!inspectsAll) {
            page.addInitScript(AXE);
            inspectsAll = true;
        }
        open(address, "en");
        look(name + "-en", false);
        open(address, "vi");
        inspect(name + "-vi");
    }

    private void valid() {
        ValidHtml.check(page.url(), Objects.requireNonNull(shown).text());
    }

    /** Whoever is signed in sees where a page stands; whoever may read members finds one from every page. */
    void hasTheShell(boolean signedIn, boolean readsMembers) {
        assertThat(page.locator("nav.trail li[aria-current=page], nav.trail li:last-child a")
                        .count())
                .as("breadcrumbs of %s", page.url())
                .isEqualTo(signedIn ? 1 : 0);
        hasTheSearch(readsMembers);
    }

    void hasTheSearch(boolean readsMembers) {
        assertThat(page.locator("header #find").count())
                .as("search of %s", page.url())
                .isEqualTo(readsMembers ? 1 : 0);
    }

    public void wentWell() {
        assertThat(wrong).as(page.url()).isEmpty();
    }

    /** Closes the window, with all it keeps. */
    void close() {
        page.context().close();
    }
}

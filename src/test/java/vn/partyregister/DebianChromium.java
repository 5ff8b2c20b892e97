package vn.partyregister;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.junit.Options;
import com.microsoft.playwright.junit.OptionsFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How tests start the browser, and whether there is one. */
public class DebianChromium implements OptionsFactory {
    /** The screen the pages are made for. */
    static final int WIDTH = 1366;

    static final int HEIGHT = 768;

    @Override
    public Options getOptions() {
        return new Options()
                .setPlaywrightCreateOptions(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .setLaunchOptions(new BrowserType.LaunchOptions()
                        .setExecutablePath(path().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")))
                .setContextOptions(window());
    }

    /** A window as a clerk opens it. */
    static Browser.NewContextOptions window() {
        return new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setLocale("vi-VN");
    }

    static Optional<Path> path() {
        var configured = System.getProperty("register.chromium", System.getenv("CHROMIUM"));
        return choose(configured, Files::isExecutable);
    }

    /**
     * The browser that is configured, which must then be there, else the first that is found.
     *
     * @throws IllegalStateException when the configured path holds no program
     */
    static Optional<Path> choose(@Nullable String configured, Predicate<Path> runs) {
        if (configured != null && !configured.isBlank()) {
            var path = Path.of(configured);
            if (!runs.test(path)) {
                throw new IllegalStateException("the configured browser is no program: " + path);
            }
            return Optional.of(path);
        }
        return Stream.of(
                        "/usr/bin/chromium-headless-shell", // the same browser without its windows, in half the time
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(runs)
                .findFirst();
    }

    /** Leaves the browser tests out where there is no browser, and says so once; with CI=true that is a failure. */
    static class IsThere implements ExecutionCondition {
        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return evaluate(path(), "true".equals(System.getenv("CI")));
        }

        static ConditionEvaluationResult evaluate(Optional<Path> browser, boolean mustBeThere) {
            if (browser.isPresent()) {
                return ConditionEvaluationResult.enabled("a browser is there");
            }
            if (mustBeThere) {
                throw new IllegalStateException("no Chromium is installed, and continuous integration needs one");
            }
            if (!SAID.getAndSet(true)) {
                System.out.println("No Chromium found: the tests in a browser are left out.");
            }
            return ConditionEvaluationResult.disabled("no Chromium found");
        }
    }
}

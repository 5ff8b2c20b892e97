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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
        return Stream.of(
                        System.getProperty("register.chromium"),
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium-headless-shell", // the same browser without its windows, in half the time
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Leaves the browser tests out where there is no browser, and says so; with CI=true that is a failure. */
    static class IsThere implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (path().isPresent()) {
                return ConditionEvaluationResult.enabled("a browser is there");
            }
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("no Chromium is installed, and continuous integration needs one");
            }
            System.out.println("No Chromium found: " + context.getDisplayName() + " is left out.");
            return ConditionEvaluationResult.disabled("no Chromium found");
        }
    }
}

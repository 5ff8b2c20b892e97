package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pages as they are seen. Their width on paper and their tables there are always looked at; with {@code -Dpictures} there are pictures of them under
 * target/pictures, and one index.html to leaf through them.
 */
final class Pictures {
    static final boolean WANTED = System.getProperty("pictures") != null;
    private static final Path FOLDER = Path.of("target", "pictures");

    /** A4 between the margins that the style sheet asks for. */
    private static final int PAPER_WIDTH = 624;

    private static final int PAPER_HEIGHT = 972;

    /** The same of A4 laid crosswise, which the style sheet asks for by a page of that name. */
    private static final int WIDE_PAPER_WIDTH = 990;

    private static final String CROSSWISE = "getComputedStyle(document.querySelector('main')).page === 'wide'";

    /** Tables that would not repeat their heads on each sheet, or tear a row in two: nothing around them may scroll. */
    private static final String TORN = """
            [...document.querySelectorAll('main table')].filter(table => table.tHead).filter(table => {
                const scrolls = element => element !== document.documentElement
                    && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
                return getComputedStyle(table.tHead).display !== 'table-header-group'
                    || [...table.tBodies].some(body => [...body.rows].some(row => getComputedStyle(row).breakInside !== 'avoid'))
                    || scrolls(table.parentElement);
            }).map(table => table.outerHTML.slice(0, 200))""";

    private Pictures() {}

    /** As on the screen, at 200 % zoom, and as it prints. */
    static void take(Page page, String name) {
        if (WANTED) {
            save(page, name + "-1-screen");
            page.setViewportSize(DebianChromium.WIDTH / 2, DebianChromium.HEIGHT / 2);
            save(page, name + "-2-zoom");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var paper = page.evaluate(CROSSWISE).equals(true) ? WIDE_PAPER_WIDTH : PAPER_WIDTH;
        page.setViewportSize(paper, PAPER_HEIGHT);
        if (WANTED) {
            save(page, name + "-3-print");
            leaf();
        }
        assertThat((List<?>) page.evaluate(TORN))
                .as("tables of %s on paper", name)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s on paper", name)
                .isEqualTo(paper);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(DebianChromium.WIDTH, DebianChromium.HEIGHT);
    }

    /** As on the screen only. */
    static void screen(Page page, String name) {
        save(page, name + "-1-screen");
    }

    private static void save(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    private static synchronized void leaf() {
        try (var files = Files.list(FOLDER)) {
            var figures = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".png"))
                    .sorted()
                    .map(name -> "<figure><figcaption>" + name + "</figcaption><img loading=\"lazy\" src=\"" + name
                            + "\" alt=\"\"></figure>")
                    .collect(Collectors.joining("\n"));
            Files.writeString(
                    FOLDER.resolve("index.html"),
                    "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Pictures</title>"
                            + "<style>img{max-width:100%;border:1px solid}</style>" + figures + "</html>");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

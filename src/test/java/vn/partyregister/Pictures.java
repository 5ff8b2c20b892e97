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

    /** What makes a page scroll sideways: nothing, where it does not. A vertical scroll bar takes no room in this browser. */
    private static final String WIDER = """
            width => document.documentElement.scrollWidth <= width ? []
                : [document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')]
                    .filter(one => one.getBoundingClientRect().right > width + 1)
                    .map(one => one.outerHTML.slice(0, 160))].slice(0, 6)""";

    private Pictures() {}

    /** As on the screen, at 200 % zoom, and, where that is asked for, as it prints: nothing is wider than what it stands on, but in a frame of its own. */
    static void take(Page page, String name, boolean onPaper) {
        fits(page, name, DebianChromium.WIDTH);
        if (WANTED) {
            save(page, name + "-1-screen");
        }
        page.setViewportSize(DebianChromium.WIDTH / 2, DebianChromium.HEIGHT / 2);
        fits(page, name, DebianChromium.WIDTH / 2);
        if (WANTED) {
            save(page, name + "-2-zoom");
        }
        if (onPaper) {
            print(page, name);
        }
        page.setViewportSize(DebianChromium.WIDTH, DebianChromium.HEIGHT);
    }

    private static void print(Page page, String name) {
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
        fits(page, name + " on paper", paper);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void fits(Page page, String name, int width) {
        assertThat((List<?>) page.evaluate(WIDER, width))
                .as("what is wider than %s, %d px", name, width)
                .isEmpty();
    }

    private static void save(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(true));
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

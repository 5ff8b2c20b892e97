package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Pages as they are seen, under target/pictures, with one index.html to leaf through them: on the screen, at 200 % zoom, and
 * the sheets that the printer would be given. Their width, and their tables on paper, are looked at here too.
 */
final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");

    private static final String INDEX = "index.html";
    private static final int QUALITY = 60;

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

    /** As on the screen, at 200 % zoom and as it prints: nothing is wider than what it stands on, but in a frame of its own. */
    static void take(Page page, String name, boolean measuredOnPaper) {
        var album = Album.OF_THIS_RUN;
        fits(page, name, DebianChromium.WIDTH);
        album.keep(name + "-1-screen.jpg", picture(page));
        page.setViewportSize(DebianChromium.WIDTH / 2, DebianChromium.HEIGHT / 2);
        fits(page, name, DebianChromium.WIDTH / 2);
        album.keep(name + "-2-zoom.jpg", picture(page));
        if (measuredOnPaper) {
            print(page, name);
        }
        page.setViewportSize(DebianChromium.WIDTH, DebianChromium.HEIGHT);
        album.keep(name + "-3-print.pdf", page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
        album.leaf(name);
    }

    private static void print(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var paper = page.evaluate(CROSSWISE).equals(true) ? WIDE_PAPER_WIDTH : PAPER_WIDTH;
        page.setViewportSize(paper, PAPER_HEIGHT);
        assertThat((List<?>) page.evaluate(TORN))
                .as("tables of %s on paper", name)
                .isEmpty();
        fits(page, name + " on paper", paper);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
    }

    private static void fits(Page page, String name, int width) {
        assertThat((List<?>) page.evaluate(WIDER, width))
                .as("what is wider than %s, %d px", name, width)
                .isEmpty();
    }

    /** The whole page, by the browser's own command: half of what the driver's picture of it takes. */
    private static byte[] picture(Page page) {
        var browser = page.context().newCDPSession(page);
        try {
            var whole = browser.send("Page.getLayoutMetrics").getAsJsonObject("cssContentSize");
            whole.addProperty("scale", 1);
            var wish = new JsonObject();
            wish.addProperty("format", "jpeg");
            wish.addProperty("quality", QUALITY);
            wish.addProperty("captureBeyondViewport", true);
            wish.add("clip", whole);
            return Base64.getDecoder()
                    .decode(browser.send("Page.captureScreenshot", wish)
                            .get("data")
                            .getAsString());
        } finally {
            browser.detach();
        }
    }

    /** The folder of pictures, empty when a run takes its first. */
    private enum Album {
        OF_THIS_RUN;

        Album() {
            try {
                FileSystemUtils.deleteRecursively(FOLDER);
                Files.createDirectories(FOLDER);
                Files.writeString(FOLDER.resolve(INDEX), """
                        <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Every page</title>
                        <style>img, iframe { max-width: 100%; border: 1px solid } iframe { width: 840px; height: 1188px }</style>
                        """);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        void keep(String file, byte[] picture) {
            try {
                Files.write(FOLDER.resolve(file), picture);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        synchronized void leaf(String name) {
            try {
                Files.writeString(FOLDER.resolve(INDEX), """
                        <h2>%1$s</h2><img loading="lazy" src="%1$s-1-screen.jpg" alt="screen">
                        <img loading="lazy" src="%1$s-2-zoom.jpg" alt="200 %%">
                        <iframe loading="lazy" src="%1$s-3-print.pdf" title="print"></iframe>
                        """.formatted(name), StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list that somebody prints from the browser has its heads on each sheet, and no row is torn between two. */
@SampleTest
@InBrowser
class BrowserPrintTests {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "board, /members",
        "secretary, /rulebook/directives",
        "secretary, /rulebook/codes",
    })
    void aListOnPaperRepeatsItsHeadsAndKeepsItsRowsWhole(String account, String address, Page page) {
        var visit = new Visit(page, port);
        visit.signIn(account, "sample");
        visit.open(address);
        var heads = bare(page.locator("main table thead th").first().innerText());
        var rows = page.locator("main table tbody tr").allInnerTexts();
        var sheets = PrintedPages.of(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true))).texts().stream()
                .map(BrowserPrintTests::bare)
                .toList();
        assertThat(sheets).as("sheets of " + address).hasSizeGreaterThan(1);
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet).contains(heads));
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(sheets).anySatisfy(sheet -> assertThat(sheet).contains(words(row))));
    }

    private static List<String> words(String row) {
        return Stream.of(BETWEEN_WORDS.split(row.strip())).toList();
    }

    /** Without spaces: on paper a word may go on in the next line of its cell. */
    private static String bare(String text) {
        return BETWEEN_WORDS.matcher(text).replaceAll("");
    }
}

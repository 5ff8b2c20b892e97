package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unbescape.html.HtmlEscape;
import vn.partyregister.PrintedPages;

class PrintsTests {
    /** All 134 letters of Vietnamese that are no plain Latin ones, in both cases. */
    private static final String LETTERS = """
            à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ \
            ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ\
            """;

    private static final String BOTH_CASES = LETTERS + " " + LETTERS.toUpperCase(Locale.ROOT);

    private static final PrintHead HEAD =
            new PrintHead("Đảng bộ huyện", "Đảng bộ xã", "Mẫu thử", "SỔ THỬ", List.of("Tính đến hôm nay"));

    @Test
    void thereAreAHundredAndThirtyFourLetters() {
        assertThat(BOTH_CASES.split(" ")).doesNotHaveDuplicates().hasSize(134);
    }

    @Test
    void everyVietnameseLetterIsInAPrintedListInEachFace() {
        var head = new PrintHead(BOTH_CASES, BOTH_CASES, null, "X", List.of(BOTH_CASES));
        var pages = table(head, Stream.of(BOTH_CASES), BOTH_CASES);
        assertThat(pages.words().split(Pattern.quote(BOTH_CASES), -1))
                .as("above, above in bold, above in italic, head of the column, cell")
                .hasSize(1 + 5);
    }

    @Test
    void everyVietnameseLetterIsOnALabel() {
        for (var letters : List.of(LETTERS, LETTERS.toUpperCase(Locale.ROOT))) {
            for (var label : List.of(new PrintLabel(letters, List.of()), new PrintLabel("", List.of(letters)))) {
                assertThat(written(out -> new PdfLabelWriter<>(out, _ -> label), Stream.of(""))
                                .words())
                        .isEqualTo(letters);
            }
        }
    }

    @Test
    void everyVietnameseLetterIsInADocumentInEachFace() {
        assertThat(document("<p>%1$s</p><p><b>%1$s</b></p><p><i>%1$s</i></p>".formatted(BOTH_CASES)))
                .isEqualTo(String.join(" ", BOTH_CASES, BOTH_CASES, BOTH_CASES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩‍👩‍👧‍👦",
                "\u202eđảo ngược\u202c",
                "\u200f\u200e\u200b\ufeff",
                "\u0000\u0007\u001b[31m",
                "\ud800",
                "\udc00\ud800",
                "\ufffe\uffff",
                "𠀀",
                "مرحبا שלום",
                "<script>alert(1)</script> & ]]> &amp;",
                "e\u0301\u0301\u0301\u0301",
                "\t \r\n",
                ""
            })
    void noNameBreaksAPrint(String name) {
        var line = "Trước " + name + " sau";
        assertThat(table(HEAD, Stream.of(line), name).words()).contains("Trước").contains("sau");
        assertThat(labels(Stream.of(line)).words()).contains("Trước").contains("sau");
        assertThat(document("<p>" + HtmlEscape.escapeHtml4Xml(line) + "</p>"))
                .contains("Trước")
                .contains("sau");
    }

    @Test
    void aSignThatTheFontDoesNotHaveIsABox() {
        assertThat(PrintText.printable("An 👍\u200d Bình")).isEqualTo("An □ Bình");
        assertThat(PrintText.printable("đảo\u202e ngược")).isEqualTo("đảo ngược");
        assertThat(PrintText.printable("Nguyê\u0303n")).isEqualTo("Nguyễn");
    }

    @Test
    void eachPageOfAListHasItsHeadsItsNumberAndItsFoot() {
        var pages = table(HEAD, IntStream.rangeClosed(1, 1_000).mapToObj(i -> "Dòng " + i + "\nhai\nba"), "Cột")
                .texts();
        assertThat(pages).hasSizeGreaterThan(20);
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1))
                    .contains("Cột Nữa\n")
                    .contains("In bởi ai đó")
                    .contains("Trang %d/%d".formatted(page, pages.size()));
        }
    }

    @Test
    void noRowOfAListIsTornApartOrLost() {
        var pages = table(
                        HEAD,
                        IntStream.rangeClosed(1, 1_000).mapToObj(i -> "đầu " + i + "\ngiữa\n" + i + " cuối"),
                        "Cột")
                .texts();
        for (int row = 1; row <= 1_000; row++) {
            var whole = "đầu %d\ngiữa\n%d cuối\n".formatted(row, row);
            assertThat(pages.stream().filter(page -> page.contains(whole))).hasSize(1);
        }
    }

    @Test
    void aRowLongerThanAPageGoesOnOverleaf() {
        var endless = IntStream.rangeClosed(1, 300).mapToObj(i -> "chữ" + i).collect(Collectors.joining("\n"));
        assertThat(table(HEAD, Stream.of("trước", endless, "sau"), "Cột").words())
                .contains("trước")
                .contains("chữ1 ")
                .contains("chữ300")
                .contains("sau");
    }

    @Test
    void anEmptyListHasItsHeadsAllTheSame() {
        assertThat(table(HEAD, Stream.of(), "Cột").words())
                .contains("SỔ THỬ")
                .contains("Cột")
                .contains("Trang 1/1");
        assertThat(labels(Stream.of()).texts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 23, 24, 25, 48, 49})
    void aSheetHoldsTwentyFourLabels(int labels) {
        var sheets = labels(IntStream.rangeClosed(1, labels).mapToObj(i -> "nhãn" + i + "."));
        assertThat(sheets.texts()).hasSize((labels + 23) / 24);
        assertThat(sheets.words()).contains("nhãn1.").contains("nhãn" + labels + ".");
    }

    /** Each five thousand rows are gone before the next are read, as heavy as those before them: none is held back. */
    @Test
    void aListAsLongAsAProvinceLeavesWhileItsRowsAreRead() throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new PrintTable<Integer>(
                HEAD, true, true, List.of(new PrintColumn<>("Dòng", 1, row -> "Thạch Thị Sa Vươn " + row)));
        var writer = new PdfTableWriter<>(out, table, "In bởi ai đó", "Trang");
        var gone = new ArrayList<Integer>();
        for (var row = 1; row <= 46_214; row++) {
            writer.row(row);
            if (row % 5_000 == 0) {
                gone.add(out.size());
            }
        }
        writer.finish();
        assertThat(gone).hasSize(9);
        var stretch = gone.getFirst();
        for (var at = 1; at < gone.size(); at++) {
            assertThat(gone.get(at) - gone.get(at - 1)).isCloseTo(stretch, within(stretch / 4));
        }
    }

    @Test
    void aDocumentReadsNothingButItsOwnStyleSheet() {
        assertThat(document("""
                <p>một</p><img src="file:///etc/hostname" alt="hai"/><link rel="stylesheet" href="http://localhost:1/x.css"/>\
                """)).startsWith("một");
    }

    private static PrintedPages table(PrintHead head, Stream<String> rows, String title) {
        var table = new PrintTable<String>(
                head,
                true,
                true,
                List.of(new PrintColumn<>(title, 1, row -> row), new PrintColumn<>("Nữa", 1, _ -> null)));
        return written(out -> new PdfTableWriter<>(out, table, "In bởi ai đó", "Trang"), rows);
    }

    private static PrintedPages labels(Stream<String> rows) {
        return written(out -> new PdfLabelWriter<>(out, row -> new PrintLabel(row, List.of(row))), rows);
    }

    private static PrintedPages written(Function<OutputStream, TableWriter<String>> writing, Stream<String> rows) {
        var out = new ByteArrayOutputStream();
        var writer = writing.apply(out);
        try {
            for (var row : rows.toList()) {
                writer.row(row);
            }
            writer.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return PrintedPages.of(out.toByteArray());
    }

    private static String document(String body) {
        return PrintedPages.of(PdfDocument.of("""
                        <html lang="vi"><head><title>Thử</title><meta name="description" content="Thử" />
                        <link rel="stylesheet" type="text/css" href="print:document.css" /></head><body>%s</body></html>
                        """.formatted(body))).words();
    }
}

package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionOperations;

class TableDownloadTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 30);

    private record Line(
            String name,
            @Nullable String card,
            @Nullable LocalDate joined,
            PartialDate born,
            int members,
            BigDecimal share) {}

    private static final List<TableColumn<Line>> COLUMNS = List.of(
            TableColumn.text("Họ và tên", Line::name),
            TableColumn.text("Số thẻ", Line::card),
            TableColumn.date("Ngày vào Đảng", Line::joined),
            TableColumn.date("Ngày sinh", Line::born),
            TableColumn.number("Số đảng viên", Line::members),
            TableColumn.percent("Tỷ lệ", Line::share));

    private static final Line AN = new Line(
            "Nguyễn Văn An",
            "001234567890",
            LocalDate.of(1990, 2, 3),
            PartialDate.of(YearMonth.of(1968, 5)),
            -7,
            new BigDecimal("0.0457"));

    private final TableDownload download = new TableDownload(
            TransactionOperations.withoutTransaction(),
            new BusinessDay(Clock.systemUTC(), new RegisterProperties(Path.of("data"), "none", DAY, Map.of())));

    @Test
    void aListLeavesAsUtf8WithAByteOrderMarkThatExcelUnderstands() throws IOException {
        var response = sent(TableFormat.CSV, Stream.of(AN));
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffHọ và tên,Số thẻ,Ngày vào Đảng,Ngày sinh,Số đảng viên,Tỷ lệ\r\n"
                        + "Nguyễn Văn An,001234567890,03/02/1990,05/1968,-7,4.57%\r\n");
        assertThat(response.getHeader("Content-Disposition")).contains("attachment", "dang-vien-2022-04-30.csv");
    }

    @Test
    void aWorkbookHoldsRealDatesAndNumbersAndKeepsLeadingZeros() throws IOException {
        var response = sent(TableFormat.XLSX, Stream.of(AN));
        assertThat(response.getHeader("Content-Disposition")).contains("dang-vien-2022-04-30.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var sheet = book.getSheetAt(0);
            var row = sheet.getRow(1);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Nguyễn Văn An");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("001234567890");
            assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
            assertThat(row.getCell(2).getLocalDateTimeCellValue()).isEqualTo("1990-02-03T00:00:00");
            assertThat(row.getCell(3).getStringCellValue()).isEqualTo("05/1968");
            assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(0.0457);
        }
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void anEmptyListIsAFileWithItsHeadings(TableFormat format) throws IOException {
        assertThat(sent(format, Stream.of()).getContentAsByteArray()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84 91", "-5", "@SUM(A1)", "\tx", "\rx", "'=1", "''-", "-"})
    void textThatLooksLikeAFormulaIsNeutralisedAndComesBack(String text) {
        var guarded = FormulaGuard.guard(text);
        assertThat(guarded).isEqualTo("'" + text);
        assertThat(FormulaGuard.unguard(guarded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84 91", "-5", "@SUM(A1)"})
    void noFileHoldsATextThatASpreadsheetWouldTakeForAFormula(String text) throws IOException {
        var line = new Line(text, text, DAY, PartialDate.of(DAY), 1, BigDecimal.ONE);
        try (var book = new XSSFWorkbook(
                new ByteArrayInputStream(sent(TableFormat.XLSX, Stream.of(line)).getContentAsByteArray()))) {
            for (var at : List.of(0, 1)) {
                var cell = book.getSheetAt(0).getRow(1).getCell(at);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo("'" + text);
            }
        }
        assertThat(sent(TableFormat.CSV, Stream.of(line)).getContentAsString(StandardCharsets.UTF_8))
                .contains("\r\n'%1$s,'%1$s,".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "An", "'An'", "'", "1-2", "a=b"})
    void otherTextStaysAsItIs(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
        assertThat(FormulaGuard.unguard(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void nothingIsSentWhenTheFirstRowFails(TableFormat format) {
        var response = new MockHttpServletResponse();
        assertThatIllegalStateException()
                .isThrownBy(() -> download.send(response, format, "dang-vien", COLUMNS, () -> failingAfter(0)));
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    @Test
    void aWorkbookThatBreaksOffIsNoWorkbook() {
        var response = new MockHttpServletResponse();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        download.send(response, TableFormat.XLSX, "dang-vien", COLUMNS, () -> failingAfter(1_000)));
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("PK\5\6");
    }

    /** A spreadsheet built in memory has sent nothing when 5,000 rows are in it; the longest list of a province has ten times more. */
    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void aLongListLeavesWhileItIsRead(TableFormat format) {
        var response = new MockHttpServletResponse();
        var sentAt = new long[2];
        download.send(
                response,
                format,
                "dang-vien",
                COLUMNS,
                () -> IntStream.rangeClosed(1, 10_000).mapToObj(row -> {
                    if (row % 5_000 == 0) {
                        sentAt[row / 5_000 - 1] = response.getContentAsByteArray().length;
                    }
                    return AN;
                }));
        assertThat(sentAt[0]).as("bytes sent after 5,000 rows").isPositive();
        assertThat(sentAt[1]).as("bytes sent after 10,000 rows").isGreaterThan(sentAt[0]);
    }

    /** Prints its figures; run by the bench. */
    @Tag("bench")
    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void theWholeProvinceLeavesInSeconds(TableFormat format) throws IOException {
        for (var round = 0; round < 3; round++) {
            var start = System.nanoTime();
            var out = new CountingStream();
            var writer = TableWriter.to(out, format, "dang-vien", wide());
            for (var i = 0; i < 46_214; i++) {
                writer.row(AN);
                if (i == 1_000) {
                    System.gc();
                    System.out.printf("heap at 1,000 rows %d KB%n", used());
                }
            }
            System.gc();
            System.out.printf("heap at the end %d KB%n", used());
            writer.finish();
            System.out.printf(
                    "%s: 46,214 rows x 30 columns, %d ms, first byte after %d ms, %d KB%n",
                    format, (System.nanoTime() - start) / 1_000_000, (out.first - start) / 1_000_000, out.count / 1024);
        }
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }

    private static List<TableColumn<Line>> wide() {
        return IntStream.range(0, 5).boxed().flatMap(_ -> COLUMNS.stream()).toList();
    }

    private static Stream<Line> failingAfter(int rows) {
        return IntStream.rangeClosed(0, rows).mapToObj(i -> {
            if (i == rows) {
                throw new IllegalStateException("the database went away");
            }
            return AN;
        });
    }

    private MockHttpServletResponse sent(TableFormat format, Stream<Line> rows) {
        var response = new MockHttpServletResponse();
        download.send(response, format, "dang-vien", COLUMNS, () -> rows);
        return response;
    }

    private static final class CountingStream extends OutputStream {
        private long count;
        private long first;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (count == 0) {
                first = System.nanoTime();
            }
            count += length;
        }
    }
}

package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.partyregister.exchange.SampleFiles.assertRefused;
import static vn.partyregister.exchange.SampleFiles.csv;
import static vn.partyregister.exchange.SampleFiles.encoded;
import static vn.partyregister.exchange.SampleFiles.font;
import static vn.partyregister.exchange.SampleFiles.number;
import static vn.partyregister.exchange.SampleFiles.rows;
import static vn.partyregister.exchange.SampleFiles.withPart;
import static vn.partyregister.exchange.SampleFiles.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.partyregister.platform.Refusal;

class SheetReaderTests {
    private static final String TABLE = """
            Họ và tên;Ngày sinh;Quê quán
            Nguyễn Thị Hường;03/02/1970;Càng Long, Trà Vinh
            Thạch Sa Rây;1968;Trà Cú
            Trần Đức Thưởng;05/1981;Cầu Kè
            """;

    // Separated values

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258", "TCVN3", "VNI"})
    void theEncodingIsGuessedAndCanBeChosen(String name) {
        var encoding = TextEncoding.of(name).orElseThrow();
        var bytes = encoded(TABLE, encoding);
        for (var chosen : new @Nullable String[] {null, name}) {
            var file = SheetReader.open(bytes, "danh-sach.csv", chosen);
            assertThat(file.encoding()).isEqualTo(encoding);
            assertThat(file.encodings()).contains(encoding);
            assertThat(file.sample().get(1).cells())
                    .extracting(Cell::text)
                    .containsExactly("Nguyễn Thị Hường", "03/02/1970", "Càng Long, Trà Vinh");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", ""})
    void aByteOrderMarkIsNoPartOfTheFirstHeading(String mark) {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var file = SheetReader.open((mark + TABLE).getBytes(charset), "danh-sach.csv", null);
            assertThat(file.sample().getFirst().at(0).text()).isEqualTo("Họ và tên");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsTheOneThatCutsRowsOfEqualWidth(String separator) {
        var file = csv("a;b;c\n\"x, y|z\";2;3\n".replace(";", separator));
        assertThat(file.sample()).extracting(row -> row.cells().size()).containsExactly(3, 3);
        assertThat(file.sample().get(1).at(0).text()).isEqualTo("x, y|z");
    }

    @Test
    void rowsKeepTheirNumbersWhereBlankOnesLieBetween() {
        var file = csv("DANH SÁCH,,\n\n,,\nHọ tên,Số thẻ,\nAn,001,\n");
        assertThat(rows(file)).extracting(SheetRow::number).containsExactly(1, 4, 5);
        assertThat(rows(file).get(2).at(1)).isEqualTo(Cell.text("001"));
        assertThat(rows(file).get(2).at(9)).isEqualTo(Cell.EMPTY);
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsNamed() {
        assertRefused("import.refused.quote", () -> rows(csv("a,b\n1,\"2\n3,4\n")));
    }

    @Test
    void aFileThatIsNotInTheChosenEncodingIsRefused() {
        var bytes = encoded(TABLE, TextEncoding.TCVN3);
        assertRefused("import.refused.encoding", () -> rows(SheetReader.open(bytes, "a.csv", "UTF-8")));
    }

    // Workbooks

    @Test
    void eachKindOfCellIsReadAsItIsStored() throws IOException {
        var file = SheetReader.open(
                xlsx(book -> {
                    var day = book.createCellStyle();
                    day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
                    var row = book.createSheet("Đảng viên").createRow(4);
                    row.createCell(1).setCellValue("Nguyễn Văn An");
                    row.createCell(2).setCellValue(84_068_000_123d);
                    row.createCell(3).setCellValue(4.57);
                    row.createCell(4).setCellValue(LocalDate.of(1970, 2, 3));
                    row.getCell(4).setCellStyle(day);
                    row.createCell(5).setCellValue(true);
                    row.createCell(6).setCellFormula("1+1");
                    row.createCell(7).setCellErrorValue((byte) 42);
                }),
                "a.xlsx",
                null);
        assertThat(file.sheet()).isEqualTo("Đảng viên");
        var row = rows(file).getFirst();
        assertThat(row.number()).isEqualTo(5);
        assertThat(row.cells())
                .extracting(Cell::kind)
                .containsExactly(
                        Cell.Kind.EMPTY,
                        Cell.Kind.TEXT,
                        Cell.Kind.NUMBER,
                        Cell.Kind.NUMBER,
                        Cell.Kind.DATE,
                        Cell.Kind.BOOLEAN,
                        Cell.Kind.FORMULA,
                        Cell.Kind.ERROR);
        assertThat(row.cells())
                .extracting(Cell::text)
                .containsExactly("", "Nguyễn Văn An", "84068000123", "4.57", "1970-02-03", "true", "=1+1", "#N/A");
    }

    @ParameterizedTest
    @CsvSource({"123456789012, 123456789012", "1.23456789012E11, 123456789012", "123.0, 123", "1E3, 1000", "0.5, 0.5"})
    void aNumberIsAsExactAsItIsStored(String stored, String text) throws IOException {
        var file = SheetReader.open(
                withPart(
                        number("General", 1),
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replace("<v>1.0</v>", "<v>" + stored + "</v>")),
                "a.xlsx",
                null);
        assertThat(rows(file).getFirst().at(0))
                .returns(Cell.Kind.NUMBER, Cell::kind)
                .returns(text, Cell::text);
    }

    @ParameterizedTest
    @CsvSource({"59, 1900-02-28", "61, 1900-03-01", "1, 1900-01-01", "44681, 2022-04-30", "44681.5, 2022-04-30T12:00:00"
    })
    void aDayIsReadByItsNumber(double serial, String day) throws IOException {
        var file = SheetReader.open(number("d/m/yyyy", serial), "a.xlsx", null);
        assertThat(rows(file).getFirst().at(0))
                .returns(Cell.Kind.DATE, Cell::kind)
                .returns(day, Cell::text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 0.5, 3_000_000, -1})
    void aNumberThatIsNoDayStaysANumber(double serial) throws IOException {
        var file = SheetReader.open(number("d/m/yyyy", serial), "a.xlsx", null);
        assertThat(rows(file).getFirst().at(0).kind()).isEqualTo(Cell.Kind.NUMBER);
    }

    @Test
    void aWorkbookThatCountsFrom1904IsReadSo() throws IOException {
        var file = SheetReader.open(
                withPart(
                        number("d/m/yyyy", 43_219),
                        "xl/workbook.xml",
                        xml -> xml.replace("date1904=\"false\"", "date1904=\"1\"")),
                "a.xlsx",
                null);
        assertThat(rows(file).getFirst().at(0).text()).isEqualTo("2022-04-30");
    }

    @Test
    void oldLettersAreKnownByTheirFont() throws IOException {
        var file = SheetReader.open(
                xlsx(book -> {
                    var row = book.createSheet().createRow(0);
                    font(book, row.createCell(0), ".VnTime").setCellValue("NguyÔn V¨n An");
                    font(book, row.createCell(1), ".VnTimeH").setCellValue("®¶ng viªn");
                    font(book, row.createCell(2), "VNI-Times").setCellValue("Traàn Thò Höôøng");
                    font(book, row.createCell(3), "Times New Roman").setCellValue("Trà Vinh");
                    font(book, row.createCell(4), ".VnTime").setCellValue("Nguyễn Hoà");
                }),
                "a.xlsx",
                null);
        assertThat(rows(file).getFirst().cells())
                .extracting(Cell::text)
                .containsExactly("Nguyễn Văn An", "ĐẢNG VIÊN", "Trần Thị Hường", "Trà Vinh", "Nguyễn Hoà");
        assertThat(file.encoding()).isEqualTo(TextEncoding.TCVN3);
    }

    @Test
    void oldLettersWhoseFontIsLostAreKnownByTheirStatistics() throws IOException {
        var file = SheetReader.open(
                xlsx(book -> {
                    var row = book.createSheet().createRow(0);
                    row.createCell(0).setCellValue("NguyÔn ThÞ H\u00adêng");
                    row.createCell(1).setCellValue("§¶ng bé huyÖn Cµng Long");
                    row.createCell(2).setCellValue("Nguyễn Văn An");
                }),
                "a.xlsx",
                null);
        assertThat(file.encoding()).isEqualTo(TextEncoding.TCVN3);
        assertThat(rows(file).getFirst().cells())
                .extracting(Cell::text)
                .containsExactly("Nguyễn Thị Hường", "Đảng bộ huyện Càng Long", "Nguyễn Văn An");
        assertThat(rows(file).getFirst().at(0).stored()).isEqualTo("NguyÔn ThÞ H\u00adêng");
    }

    @Test
    void hiddenAndEmptySheetsArePassedOver() throws IOException {
        var file = SheetReader.open(
                xlsx(book -> {
                    book.createSheet("Hướng dẫn").createRow(0).createCell(0).setCellValue("x");
                    book.createSheet("Trống");
                    book.createSheet("Dữ liệu").createRow(0).createCell(0).setCellValue("y");
                    book.setActiveSheet(2);
                    book.setSheetHidden(0, true);
                }),
                "a.xlsx",
                null);
        assertThat(file.sheet()).isEqualTo("Dữ liệu");
    }

    @Test
    void anOldWorkbookIsReadLikeANewOne() throws IOException {
        var file = SheetReader.open(xls(), "a.xls", null);
        assertThat(file.format()).isEqualTo(SheetFile.Format.XLS);
        assertThat(file.sheet()).isEqualTo("Dữ liệu");
        var rows = rows(file);
        assertThat(rows).extracting(SheetRow::number).containsExactly(3, 4);
        assertThat(rows.getFirst().cells())
                .extracting(Cell::kind)
                .containsExactly(
                        Cell.Kind.EMPTY,
                        Cell.Kind.TEXT,
                        Cell.Kind.NUMBER,
                        Cell.Kind.DATE,
                        Cell.Kind.BOOLEAN,
                        Cell.Kind.FORMULA,
                        Cell.Kind.TEXT);
        assertThat(rows.getFirst().cells())
                .extracting(Cell::text)
                .containsExactly("", "Thạch Sa Rây", "84068000123", "2022-04-30", "true", "=", "Nguyễn Văn An");
        assertThat(rows.get(1).cells()).extracting(Cell::text).containsExactly("4.57", "7");
    }

    private static byte[] xls() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            book.createSheet("Trống");
            book.createSheet("Ẩn").createRow(0).createCell(0).setCellValue("x");
            var sheet = book.createSheet("Dữ liệu");
            book.setActiveSheet(2);
            book.setSheetHidden(1, true);
            var row = sheet.createRow(2);
            row.createCell(1).setCellValue("Thạch Sa Rây");
            row.createCell(2).setCellValue(84_068_000_123d);
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            row.createCell(3).setCellValue(LocalDate.of(2022, 4, 30));
            row.getCell(3).setCellStyle(day);
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellFormula("1+1");
            for (var name : List.of("Arial", "Calibri", "Tahoma", "Verdana")) {
                font(book, row.createCell(7), name);
            }
            font(book, row.createCell(6), ".VnTime").setCellValue("NguyÔn V¨n An");
            var next = sheet.createRow(3);
            next.createCell(0).setCellValue(4.57);
            next.createCell(1).setCellValue(7);
            book.write(out);
        }
        return out.toByteArray();
    }

    @Test
    void damagedWorkbooksAreRefused() throws IOException {
        var random = new Random(7);
        for (var whole : List.of(xls(), number("General", 1))) {
            for (var round = 0; round < 300; round++) {
                var file = whole.clone();
                for (var at = 0; at < 20; at++) {
                    file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
                }
                try {
                    rows(SheetReader.open(file, "a.xls", null));
                } catch (Refusal.NotReadable refused) {
                    assertThat(refused.key()).startsWith("import.refused.");
                }
            }
        }
    }
}

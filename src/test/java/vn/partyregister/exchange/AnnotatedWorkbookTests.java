package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatedWorkbookTests {
    private static final String REASONS = "Lý do";
    private static final int LARGE = AnnotatedWorkbook.MOST_ROWS_IN_MEMORY + 10;

    @ParameterizedTest
    @ValueSource(ints = {10, LARGE})
    void faultyCellsAreMarkedAndEachRowSaysWhy(int rows) throws IOException {
        var faults = Map.of(
                4, List.of(new Fault(1, "Ngày không có thật"), new Fault(0, "Thiếu họ tên")),
                5, List.of(new Fault(null, "Trùng với dòng 4")),
                6, List.of(new Fault(2, "Thiếu số thẻ")));
        try (var book = annotated(members(rows), faults)) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).isEqualTo(REASONS);
            assertThat(sheet.getRow(3).getCell(4).getStringCellValue()).isEqualTo("Ngày không có thật; Thiếu họ tên");
            assertThat(sheet.getRow(4).getCell(4).getStringCellValue()).isEqualTo("Trùng với dòng 4");
            assertThat(sheet.getRow(6).getCell(4)).isNull();
            for (var cell : List.of(
                    sheet.getRow(3).getCell(1),
                    sheet.getRow(3).getCell(0),
                    sheet.getRow(5).getCell(2))) {
                assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
                assertThat(cell.getCellComment()).isNotNull();
            }
            assertThat(sheet.getRow(3).getCell(1).getCellComment().getString().getString())
                    .isEqualTo("Ngày không có thật");
            assertThat(sheet.getRow(4).getCell(1).getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.NO_FILL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, LARGE})
    void everythingElseStaysAsItWas(int rows) throws IOException {
        try (var book = annotated(members(rows), Map.of(4, List.of(new Fault(1, "Sai"))))) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("DANH SÁCH ĐẢNG VIÊN");
            assertThat(sheet.getMergedRegions()).containsExactly(CellRangeAddress.valueOf("A1:D1"));
            assertThat(sheet.getColumnWidth(0)).isEqualTo(30 * 256);
            assertThat(sheet.getColumnWidth(4)).isEqualTo(60 * 256);
            var marked = sheet.getRow(3).getCell(1);
            assertThat(marked.getLocalDateTimeCellValue()).isEqualTo("1970-02-03T00:00:00");
            assertThat(marked.getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
            assertThat(sheet.getRow(4).getCell(3).getCellFormula()).isEqualTo("1+1");
            assertThat(sheet.getRow(rows + 2).getCell(0).getStringCellValue()).isEqualTo("Nguyễn Văn " + (rows - 1));
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
            assertThat(book.getSheet("Ghi chú").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("giữ nguyên");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, LARGE})
    void aFileThatComesBackAgainKeepsOneColumnOfReasons(int rows) throws IOException {
        var first = bytes(
                members(rows), "a.xlsx", Map.of(4, List.of(new Fault(1, "Sai")), 5, List.of(new Fault(1, "Sai"))));
        var second = bytes(first, "a.xlsx", Map.of(5, List.of(new Fault(null, "Trùng"))));
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(second))) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(sheet.getRow(2).getCell(5)).isNull();
            assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).isEqualTo(REASONS);
            assertThat(sheet.getRow(3).getCell(4))
                    .satisfiesAnyOf(
                            cell -> assertThat(cell).isNull(),
                            cell -> assertThat(cell.toString()).isEmpty());
            assertThat(sheet.getRow(4).getCell(4).getStringCellValue()).isEqualTo("Trùng");
        }
    }

    @Test
    void commentsEndAtFiveThousandAndTheReasonsHoldAll() throws IOException {
        var rows = 3_000;
        var faults = new HashMap<Integer, List<Fault>>();
        for (var row = 4; row < rows; row++) {
            faults.put(row, List.of(new Fault(0, "Sai tên"), new Fault(1, "Sai ngày")));
        }
        try (var book = annotated(members(LARGE), faults)) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(sheet.getCellComments()).hasSize(AnnotatedWorkbook.MOST_COMMENTS);
            assertThat(sheet.getRow(rows - 2).getCell(4).getStringCellValue()).isEqualTo("Sai tên; Sai ngày");
        }
    }

    @Test
    void aLargeSheetThatHasCommentsKeepsThemAndGetsNoMore() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(members(LARGE)))) {
            var sheet = book.getSheet("Đảng viên");
            var anchor = book.getCreationHelper().createClientAnchor();
            var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
            comment.setString(book.getCreationHelper().createRichTextString("của người dùng"));
            sheet.getRow(5).getCell(0).setCellComment(comment);
            book.write(out);
        }
        try (var book = annotated(out.toByteArray(), Map.of(4, List.of(new Fault(0, "Sai"))))) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(sheet.getCellComments()).hasSize(1);
            assertThat(sheet.getRow(3).getCell(4).getStringCellValue()).isEqualTo("Sai");
        }
    }

    @Test
    void anOldWorkbookComesBackAsOneOrAsANewOneWhereItIsLarge() throws IOException {
        var faults = Map.of(2, List.of(new Fault(0, "Sai")));
        for (var rows : List.of(10, LARGE)) {
            var out = new ByteArrayOutputStream();
            try (var book = new HSSFWorkbook()) {
                var sheet = book.createSheet("Đảng viên");
                IntStream.range(0, rows)
                        .forEach(at -> sheet.createRow(at).createCell(0).setCellValue("Dòng " + at));
                book.write(out);
            }
            var annotated = AnnotatedWorkbook.of(out.toByteArray(), "a.xls", null, null, 1, REASONS, faults);
            assertThat(annotated.format()).isEqualTo(rows == LARGE ? SheetFile.Format.XLSX : SheetFile.Format.XLS);
            var back = new ByteArrayOutputStream();
            annotated.write(back);
            try (var book = WorkbookFactory.create(new ByteArrayInputStream(back.toByteArray()))) {
                var sheet = book.getSheetAt(0);
                assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("Sai");
                assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Dòng 1");
                assertThat(sheet.getRow(1).getCell(0).getCellStyle().getFillPattern())
                        .isEqualTo(FillPatternType.SOLID_FOREGROUND);
            }
        }
    }

    @Test
    void separatedValuesStayAsTheyWereWritten() throws IOException {
        var file = "\ufeffDANH SÁCH\r\n\r\nHọ tên;\"Ngày sinh\"\r\n\"An; \"\"Bảy\"\"\";31/02/1970\r\nBình\r\nCúc;1970";
        var faults = Map.of(
                4,
                List.of(new Fault(1, "Không có ngày \"31/02\"")),
                5,
                List.of(new Fault(null, "Thiếu")),
                6,
                List.of(new Fault(null, "=x")));
        var back = new String(bytes(file.getBytes(StandardCharsets.UTF_8), "a.csv", faults), StandardCharsets.UTF_8);
        assertThat(back)
                .isEqualTo("\ufeffDANH SÁCH\r\n\r\nHọ tên;\"Ngày sinh\";\"Lý do\"\r\n"
                        + "\"An; \"\"Bảy\"\"\";31/02/1970;\"Không có ngày \"\"31/02\"\"\"\r\n"
                        + "Bình;;\"Thiếu\"\r\nCúc;1970;\"'=x\"");
        var again = new String(
                bytes(back.getBytes(StandardCharsets.UTF_8), "a.csv", Map.of(5, List.of(new Fault(null, "Vẫn thiếu")))),
                StandardCharsets.UTF_8);
        assertThat(again)
                .contains("Họ tên;Ngày sinh;\"Lý do\"\r\n".replace("\"", ""))
                .contains("\"An; \"\"Bảy\"\"\";31/02/1970;\r\n")
                .contains("Bình;;Vẫn thiếu\r\n");
    }

    @ParameterizedTest
    @CsvSource({"UTF_16LE", "UTF_16BE", "WINDOWS_1258", "TCVN3", "VNI"})
    void separatedValuesStayInTheirEncoding(TextEncoding encoding) throws IOException {
        var table = "Họ và tên;Ngày sinh\nNguyễn Thị Hường;1970\nTrần Đức Thưởng;1981\n";
        var file = SampleFiles.encoded(encoding == TextEncoding.UTF_16LE ? "\ufeff" + table : table, encoding);
        var back = bytes(file, 1, Map.of(2, List.of(new Fault(1, "thiếu ngày vào Đảng"))));
        var read = SheetReader.open(back, "a.csv", null);
        assertThat(read.encoding()).isEqualTo(encoding);
        assertThat(read.sample().getFirst().at(2).text()).isEqualTo("Lý do");
        assertThat(read.sample().get(1).cells())
                .extracting(Cell::text)
                .containsExactly("Nguyễn Thị Hường", "1970", "thiếu ngày vào Đảng");
        assertThat(read.sample().get(2).cells()).extracting(Cell::text).containsExactly("Trần Đức Thưởng", "1981");
    }

    /** Prints its figures; run by the bench with 256 MB. */
    @Tag("bench")
    @Test
    void aProvinceIsReadAndHandedBack() throws IOException {
        var file = province();
        for (var round = 0; round < 3; round++) {
            var start = cpu();
            var sheet = SheetReader.open(file, "a.xlsx", null);
            var opened = cpu();
            var faults = new HashMap<Integer, List<Fault>>();
            try (var rows = sheet.rows()) {
                rows.forEach(row -> faults.put(
                        row.number(), List.of(new Fault(3, "Sai " + row.number()), new Fault(null, "Trùng"))));
            }
            var read = cpu();
            faults.remove(1);
            var annotated = AnnotatedWorkbook.of(file, "a.xlsx", null, null, 1, REASONS, faults);
            annotated.write(OutputStream.nullOutputStream());
            var written = cpu();
            System.gc();
            var runtime = Runtime.getRuntime();
            System.out.printf(
                    "file %d KB: opened %d ms, %d rows x 30 read %d ms, annotated %d ms, heap after %d MB of %d%n",
                    file.length >> 10,
                    (opened - start) / 1_000_000,
                    faults.size(),
                    (read - opened) / 1_000_000,
                    (written - read) / 1_000_000,
                    runtime.totalMemory() - runtime.freeMemory() >> 20,
                    runtime.maxMemory() >> 20);
        }
    }

    /** Of this thread: other work on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** With shared strings, as Excel writes them. */
    private static byte[] province() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("Đảng viên");
            for (var row = 0; row <= 46_214; row++) {
                for (var column = 0; column < 30; column++) {
                    switch (column % 5) {
                        case 0 -> sheet.value(row, column, "Nguyễn Văn " + row + " " + column);
                        case 4 -> sheet.value(row, column, 25_000 + row % 20_000);
                        default -> sheet.value(row, column, "Càng Long " + row % 300);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static final Map<Integer, byte[]> MADE = new HashMap<>();

    private static byte[] members(int rows) throws IOException {
        if (!MADE.containsKey(rows)) {
            MADE.put(rows, made(rows));
        }
        return MADE.get(rows);
    }

    private static byte[] made(int rows) throws IOException {
        return SampleFiles.xlsx(book -> {
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            var sheet = book.createSheet("Đảng viên");
            sheet.createRow(0).createCell(0).setCellValue("DANH SÁCH ĐẢNG VIÊN");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D1"));
            sheet.setColumnWidth(0, 30 * 256);
            sheet.createFreezePane(0, 3);
            var header = sheet.createRow(2);
            List.of("Họ và tên", "Ngày sinh", "Số thẻ", "Ghi chú")
                    .forEach(heading -> header.createCell(Math.max(0, header.getLastCellNum()))
                            .setCellValue(heading));
            for (var at = 0; at < rows; at++) {
                var row = sheet.createRow(at + 3);
                row.createCell(0).setCellValue("Nguyễn Văn " + at);
                row.createCell(1).setCellValue(LocalDate.of(1970, 2, 3));
                row.getCell(1).setCellStyle(day);
                row.createCell(3).setCellFormula("1+1");
            }
            book.createSheet("Ghi chú").createRow(0).createCell(0).setCellValue("giữ nguyên");
        });
    }

    private static Workbook annotated(byte[] file, Map<Integer, List<Fault>> faults) throws IOException {
        return WorkbookFactory.create(new ByteArrayInputStream(bytes(file, "a.xlsx", faults)));
    }

    private static byte[] bytes(byte[] file, String name, Map<Integer, List<Fault>> faults) throws IOException {
        var out = new ByteArrayOutputStream();
        AnnotatedWorkbook.of(file, name, null, null, 3, REASONS, faults).write(out);
        return out.toByteArray();
    }

    private static byte[] bytes(byte[] file, int header, Map<Integer, List<Fault>> faults) throws IOException {
        var out = new ByteArrayOutputStream();
        AnnotatedWorkbook.of(file, "a.csv", null, null, header, REASONS, faults).write(out);
        return out.toByteArray();
    }
}

package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatedWorkbookTests {
    private static final String REASONS = "Lý do";
    private static final int LARGE = 5_010;

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
    void whatNoRowHoldsStaysToo(int rows) throws IOException {
        var file = furnished(members(rows));
        try (var book = (XSSFWorkbook) annotated(file, Map.of(4, List.of(new Fault(1, "Sai"))))) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(sheet.getDataValidations())
                    .singleElement()
                    .satisfies(validation -> assertThat(
                                    validation.getValidationConstraint().getExplicitListValues())
                            .containsExactly("Nam", "Nữ"));
            assertThat(sheet.getSheetConditionalFormatting()
                            .getConditionalFormattingAt(0)
                            .getRule(0)
                            .getFormula1())
                    .isEqualTo("LEN(C4)=0");
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:D3");
            assertThat(book.getAllPictures())
                    .singleElement()
                    .satisfies(picture -> assertThat(picture.getData()).isEqualTo(PICTURE));
            assertThat(sheet.getDrawingPatriarch().getShapes()).hasSize(1);
            assertThat(sheet.getRow(7).getZeroHeight()).isTrue();
            assertThat(sheet.getRow(6).getHeightInPoints()).isEqualTo(33f);
            assertThat(book.getName("DS").getRefersToFormula()).isEqualTo("'Đảng viên'!$A$4:$D$9");
            var styled = sheet.getRow(5).getCell(0).getCellStyle();
            assertThat(styled.getFont().getBold()).isTrue();
            assertThat(styled.getBorderBottom()).isEqualTo(BorderStyle.DOUBLE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private static byte[] furnished(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = (XSSFWorkbook) opened(file)) {
            var sheet = book.getSheet("Đảng viên");
            var validation = sheet.getDataValidationHelper();
            sheet.addValidationData(validation.createValidation(
                    validation.createExplicitListConstraint(new String[] {"Nam", "Nữ"}),
                    new CellRangeAddressList(3, 9, 2, 2)));
            var formats = sheet.getSheetConditionalFormatting();
            formats.addConditionalFormatting(
                    new CellRangeAddress[] {CellRangeAddress.valueOf("C4:C9")},
                    formats.createConditionalFormattingRule("LEN(C4)=0"));
            sheet.setAutoFilter(CellRangeAddress.valueOf("A3:D3"));
            var picture = book.addPicture(PICTURE, Workbook.PICTURE_TYPE_PNG);
            sheet.createDrawingPatriarch()
                    .createPicture(book.getCreationHelper().createClientAnchor(), picture);
            sheet.getRow(7).setZeroHeight(true);
            sheet.getRow(6).setHeightInPoints(33);
            var name = book.createName();
            name.setNameName("DS");
            name.setRefersToFormula("'Đảng viên'!$A$4:$D$9");
            var font = book.createFont();
            font.setBold(true);
            var style = book.createCellStyle();
            style.setFont(font);
            style.setBorderBottom(BorderStyle.DOUBLE);
            sheet.getRow(5).getCell(0).setCellStyle(style);
            sheet.getPrintSetup().setLandscape(true);
            book.write(out);
        }
        return out.toByteArray();
    }

    /** A part that the program does not read is handed back as it came, unopened: what is in it harms nobody here. */
    @Test
    void whatIsHiddenInAPartThatNobodyReadsIsNotOpened() throws IOException {
        var parts = SampleFiles.parts(members(10));
        parts.put("xl/media/image9.png", new byte[64 << 20]);
        parts.put(
                "docProps/core.xml",
                SampleFiles.utf8("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"));
        var back = bytes(SampleFiles.zip(parts), "a.xlsx", Map.of(4, List.of(new Fault(1, "Sai"))));
        assertThat(back).hasSizeLessThan(2 << 20);
        try (var rows = SheetReader.open(back, "a.xlsx", null).rows()) {
            assertThat(rows.filter(row -> row.number() == 4)
                            .map(row -> row.at(4).text()))
                    .containsExactly("Sai");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, LARGE})
    void aFileThatComesBackAgainKeepsOneColumnOfReasons(int rows) throws IOException {
        var first = bytes(
                members(rows), "a.xlsx", Map.of(4, List.of(new Fault(1, "Sai")), 5, List.of(new Fault(1, "Sai"))));
        var second = bytes(first, "a.xlsx", Map.of(5, List.of(new Fault(null, "Trùng"))));
        try (var book = opened(second)) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(sheet.getRow(2).getCell(5)).isNull();
            assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).isEqualTo(REASONS);
            assertThat(sheet.getRow(3).getCell(4)).isNull();
            assertThat(sheet.getRow(4).getCell(4).getStringCellValue()).isEqualTo("Trùng");
        }
    }

    @Test
    void theColumnOfReasonsIsFoundAgainInTheOtherLanguage() throws IOException {
        var first = bytes(members(10), "a.xlsx", Map.of(4, List.of(new Fault(1, "Sai"))));
        var out = new ByteArrayOutputStream();
        AnnotatedWorkbook.of(
                        first,
                        "a.xlsx",
                        null,
                        null,
                        3,
                        List.of("Why", REASONS),
                        Map.of(5, List.of(new Fault(1, "Wrong"))))
                .write(out);
        try (var book = opened(out.toByteArray())) {
            var header = book.getSheet("Đảng viên").getRow(2);
            assertThat(header.getCell(4).getStringCellValue()).isEqualTo("Why");
            assertThat(header.getCell(5)).isNull();
        }
    }

    /** Of the four cells one stays wrong, one is mended, and each stands once in a filled cell and once in a bare one. */
    @ParameterizedTest
    @CsvSource({"10, a.xlsx", "5010, a.xlsx", "10, a.xls", "5010, a.xls"})
    void aMendedCellLosesItsMarkAndAFaultyOneHasOneCommentInEachRound(int rows, String name) throws IOException {
        var file = filled(rows, name.endsWith(".xls"));
        var wrong = Map.of(
                4, List.of(new Fault(0, "Sai tên"), new Fault(1, "Sai ngày")),
                5, List.of(new Fault(0, "Sai tên"), new Fault(1, "Sai ngày")));
        var later = Map.of(4, List.of(new Fault(0, "Vẫn sai"), new Fault(1, "Vẫn sai")));
        var second = bytes(resaved(bytes(resaved(bytes(file, name, wrong)), name, wrong)), name, later);
        try (var book = opened(second);
                var before = opened(file)) {
            var sheet = book.getSheet("Đảng viên");
            var untouched = before.getSheet("Đảng viên");
            for (var position : List.of(0, 1)) {
                assertThat(comment(sheet, 3, position)).isEqualTo("Vẫn sai");
                assertThat(colour(sheet, 3, position)).isNotEqualTo(colour(untouched, 3, position));
                assertThat(comment(sheet, 4, position)).isNull();
                assertThat(colour(sheet, 4, position)).isEqualTo(colour(untouched, 4, position));
            }
            assertThat(sheet.getRow(4).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("dd/mm/yyyy");
            assertThat(sheet.getCellComments()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, a.xlsx", "5010, a.xlsx", "10, a.xls", "5010, a.xls"})
    void commentsOfTheUserStayAndOursStandBelowThemOnlyAsLongAsTheyAreTrue(int rows, String name) throws IOException {
        var file = commented(filled(rows, name.endsWith(".xls")));
        var wrong = Map.of(
                4, List.of(new Fault(0, "Sai")),
                5, List.of(new Fault(0, "Sai")),
                6, List.of(new Fault(0, "Sai")));
        var first = bytes(file, name, wrong);
        try (var book = opened(first)) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(comment(sheet, 3, 0)).isEqualTo("của người dùng\nParty Register: Sai");
            assertThat(comment(sheet, 4, 0)).isEqualTo("Sai");
            assertThat(comment(sheet, 9, 1)).isEqualTo("khác");
            assertThat(sheet.getCellComments()).hasSize(5);
        }
        var later = Map.of(5, List.of(new Fault(0, "Vẫn sai")), 7, List.of(new Fault(0, "Sai")));
        try (var book = opened(bytes(resaved(first), name, later))) {
            var sheet = book.getSheet("Đảng viên");
            assertThat(comment(sheet, 3, 0)).isEqualTo("của người dùng");
            assertThat(comment(sheet, 4, 0)).isEqualTo("Vẫn sai");
            assertThat(comment(sheet, 5, 0)).isEqualTo("cũng của người dùng");
            assertThat(comment(sheet, 6, 0)).isEqualTo("Sai");
            assertThat(comment(sheet, 9, 1)).isEqualTo("khác");
            assertThat(sheet.getCellComments()).hasSize(6);
        }
    }

    private static @Nullable String comment(Sheet sheet, int row, int position) {
        var comment = sheet.getRow(row).getCell(position).getCellComment();
        return comment == null ? null : comment.getString().getString();
    }

    private static String colour(Sheet sheet, int row, int position) {
        return switch (sheet.getRow(row).getCell(position).getCellStyle()) {
            case HSSFCellStyle old -> old.getFillPattern() + " " + old.getFillForegroundColor();
            case XSSFCellStyle style -> {
                var colour = style.getFillForegroundColorColor();
                yield style.getFillPattern() + " " + (colour == null ? "" : colour.getARGBHex());
            }
            default -> throw new AssertionError();
        };
    }

    private static Workbook opened(byte[] file) throws IOException {
        return WorkbookFactory.create(new ByteArrayInputStream(file));
    }

    /** As a spreadsheet program that opened the file and saved it: its parts are other ones now. */
    private static byte[] resaved(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = opened(file)) {
            book.write(out);
        }
        return out.toByteArray();
    }

    /** Names are filled with yellow, days are bare. */
    private static byte[] filled(int rows, boolean old) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            var yellow = book.createCellStyle();
            yellow.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            yellow.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
            var sheet = book.createSheet("Đảng viên");
            sheet.createRow(2).createCell(0).setCellValue("Họ và tên");
            sheet.getRow(2).createCell(1).setCellValue("Ngày sinh");
            for (var at = 3; at < rows + 3; at++) {
                var row = sheet.createRow(at);
                row.createCell(0).setCellValue("Nguyễn Văn " + at);
                row.getCell(0).setCellStyle(yellow);
                row.createCell(1).setCellValue(LocalDate.of(1970, 2, 3));
                row.getCell(1).setCellStyle(day);
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] commented(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = opened(file)) {
            var sheet = book.getSheet("Đảng viên");
            var drawing = sheet.createDrawingPatriarch();
            comment(book, drawing, sheet.getRow(3).getCell(0), "của người dùng");
            comment(book, drawing, sheet.getRow(5).getCell(0), "cũng của người dùng");
            comment(book, drawing, sheet.getRow(9).getCell(1), "khác");
            comment(book, drawing, sheet.getRow(2).getCell(1), "về tiêu đề");
            book.write(out);
        }
        return out.toByteArray();
    }

    private static void comment(Workbook book, Drawing<?> drawing, org.apache.poi.ss.usermodel.Cell cell, String text) {
        var anchor = book.getCreationHelper().createClientAnchor();
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 2);
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + 2);
        var comment = drawing.createCellComment(anchor);
        comment.setString(book.getCreationHelper().createRichTextString(text));
        comment.setAuthor("Bảy");
        cell.setCellComment(comment);
    }

    @Test
    void commentsEndAtFiveThousandAndTheReasonsHoldAll() throws IOException {
        var rows = 3_000;
        var faults = new HashMap<Integer, List<Fault>>();
        for (var row = 4; row < rows; row++) {
            faults.put(row, List.of(new Fault(0, "Sai tên"), new Fault(1, "Sai ngày")));
        }
        var back = bytes(members(LARGE), "a.xlsx", faults);
        var parts = SampleFiles.parts(back);
        assertThat(count("<comment ", Objects.requireNonNull(parts.get("xl/comments9001.xml"))))
                .isEqualTo(AnnotatedWorkbook.MOST_COMMENTS);
        assertThat(count("<v:shape ", Objects.requireNonNull(parts.get("xl/drawings/vmlDrawing9001.vml"))))
                .isEqualTo(AnnotatedWorkbook.MOST_COMMENTS);
        try (var read = SheetReader.open(back, "a.xlsx", null).rows()) {
            assertThat(read.filter(row -> row.number() == rows - 1)
                            .map(row -> row.at(4).text()))
                    .containsExactly("Sai tên; Sai ngày");
        }
    }

    private static int count(String sought, byte[] part) {
        return new String(part, StandardCharsets.UTF_8).split(Pattern.quote(sought), -1).length - 1;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, LARGE})
    void anOldWorkbookComesBackWithAllItHolds(int rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("Đảng viên");
            for (var at = 0; at < rows; at++) {
                sheet.createRow(at).createCell(0).setCellValue("Dòng " + at);
            }
            sheet.getRow(1).createCell(1).setCellFormula("1+1");
            sheet.addMergedRegion(CellRangeAddress.valueOf("C1:D1"));
            book.createSheet("Ghi chú").createRow(0).createCell(0).setCellValue("giữ nguyên");
            book.write(out);
        }
        var back = new ByteArrayOutputStream();
        AnnotatedWorkbook.of(
                        out.toByteArray(),
                        "a.xls",
                        null,
                        null,
                        1,
                        List.of(REASONS),
                        Map.of(2, List.of(new Fault(0, "Sai"))))
                .write(back);
        try (var book = new HSSFWorkbook(new ByteArrayInputStream(back.toByteArray()))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("Sai");
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Dòng 1");
            assertThat(row.getCell(0).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(comment(book.getSheetAt(0), 1, 0)).isEqualTo("Sai");
            assertThat(row.getCell(1).getCellFormula()).isEqualTo("1+1");
            assertThat(book.getSheetAt(0).getMergedRegions()).containsExactly(CellRangeAddress.valueOf("C1:D1"));
            assertThat(book.getSheet("Ghi chú").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("giữ nguyên");
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
        AnnotatedWorkbook.of(file, name, null, null, 3, List.of(REASONS), faults)
                .write(out);
        return out.toByteArray();
    }

    private static byte[] bytes(byte[] file, int header, Map<Integer, List<Fault>> faults) throws IOException {
        var out = new ByteArrayOutputStream();
        AnnotatedWorkbook.of(file, "a.csv", null, null, header, List.of(REASONS), faults)
                .write(out);
        return out.toByteArray();
    }
}

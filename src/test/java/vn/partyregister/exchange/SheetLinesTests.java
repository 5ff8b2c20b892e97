package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.platform.Refusal.NotReadable;

/** A spreadsheet as lines: the columns in their own order, days as they are written here, no cell that looks like two. */
class SheetLinesTests {
    private static final List<Column> COLUMNS = List.of(
            new Column("name", Form.TEXT, true, null, List.of("Họ và tên")),
            new Column("born", Form.TEXT, true, null, List.of("Ngày sinh")),
            new Column("place", Form.TEXT, false, null, List.of("Nơi ở")));

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aWorkbookIsReadCellByCell() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            var head = sheet.createRow(1);
            head.createCell(0).setCellValue("Nơi ở");
            head.createCell(2).setCellValue("Ngày sinh");
            head.createCell(3).setCellValue("Họ và tên");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("Ấp 1; xã Đông");
            var style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            var day = row.createCell(2);
            day.setCellValue(LocalDate.of(2000, 2, 1));
            day.setCellStyle(style);
            row.createCell(3).setCellValue("  Lê Văn  Một ");
            var other = sheet.createRow(3);
            other.createCell(2).setCellValue(2001);
            other.createCell(3).setCellValue("Trần Thị Hai");
            workbook.write(bytes);
            assertThat(SheetLines.read(bytes.toByteArray(), "hoc-vien.xlsx", COLUMNS, 10))
                    .isEqualTo("Lê Văn Một; 01/02/2000; Ấp 1, xã Đông\nTrần Thị Hai; 2001; ");
        }
    }

    @Test
    void whatIsNoSuchTableIsRefused() {
        refused("exchange.table.column-missing", "Họ và tên,Nơi ở\nLê Văn Một,Ấp 1\n");
        refused("exchange.table.empty", "Họ và tên,Ngày sinh\n");
        refused("import.refused.too-many-rows", "Họ và tên,Ngày sinh\n" + "Lê Văn Một,2000\n".repeat(11));
    }

    private static void refused(String key, String text) {
        assertThatExceptionOfType(NotReadable.class)
                .isThrownBy(() -> SheetLines.read(csv(text), "hoc-vien.csv", COLUMNS, 10))
                .returns(key, NotReadable::key);
    }
}

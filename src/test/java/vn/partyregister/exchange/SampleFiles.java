package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.partyregister.platform.Refusal;

/** Small files, whole and damaged, and what comes of reading them. */
final class SampleFiles {
    private SampleFiles() {}

    static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(Refusal.NotReadable.class).isThrownBy(work).returns(key, Refusal::key);
    }

    static List<SheetRow> rows(SheetFile file) {
        try (var rows = file.rows()) {
            return rows.toList();
        }
    }

    static SheetFile csv(String text) {
        return SheetReader.open(utf8(text), "a.csv", null);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] encoded(String text, TextEncoding encoding) {
        return encoding.stored(text).getBytes(encoding.charset());
    }

    static byte[] xlsx(Consumer<XSSFWorkbook> fill) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            fill.accept(book);
            book.write(out);
        }
        return out.toByteArray();
    }

    static byte[] number(String format, double value) throws IOException {
        return xlsx(book -> {
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(format));
            var row = book.createSheet().createRow(0);
            row.createCell(0).setCellValue(value);
            row.getCell(0).setCellStyle(style);
            row.createCell(1).setCellValue("text");
        });
    }

    static org.apache.poi.ss.usermodel.Cell font(Workbook book, org.apache.poi.ss.usermodel.Cell cell, String name) {
        var font = book.createFont();
        font.setFontName(name);
        var style = book.createCellStyle();
        style.setFont(font);
        cell.setCellStyle(style);
        return cell;
    }

    static Map<String, byte[]> parts(byte[] zip) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    static byte[] withPart(byte[] book, String name, java.util.function.UnaryOperator<String> change)
            throws IOException {
        var parts = parts(book);
        parts.computeIfPresent(name, (_, part) -> utf8(change.apply(new String(part, StandardCharsets.UTF_8))));
        return zip(parts);
    }
}

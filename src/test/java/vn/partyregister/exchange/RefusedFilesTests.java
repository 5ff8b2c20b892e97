package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.partyregister.exchange.SampleFiles.assertRefused;
import static vn.partyregister.exchange.SampleFiles.csv;
import static vn.partyregister.exchange.SampleFiles.number;
import static vn.partyregister.exchange.SampleFiles.parts;
import static vn.partyregister.exchange.SampleFiles.rows;
import static vn.partyregister.exchange.SampleFiles.utf8;
import static vn.partyregister.exchange.SampleFiles.withPart;
import static vn.partyregister.exchange.SampleFiles.xlsx;
import static vn.partyregister.exchange.SampleFiles.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.partyregister.Reasons;
import vn.partyregister.platform.Refusal;

/** Files that are refused whole, each for its reason. */
class RefusedFilesTests {
    /** Reason to a file that is refused for it. */
    private static Map<String, ThrowingCallable> files() throws Exception {
        var book = number("General", 1);
        return Map.ofEntries(
                Map.entry("empty", () -> open(new byte[0], "a.csv")),
                Map.entry("not-a-workbook", () -> open(utf8("a,b\n1,2\n"), "a.xlsx")),
                Map.entry("other-type", () -> open(utf8("%PDF-1.7"), "a.xlsx")),
                Map.entry("binary", () -> open(new byte[] {1, 0, 2, 3, 0, 0, 7}, "a.csv")),
                Map.entry("password", () -> open(withPassword(book), "a.xlsx")),
                Map.entry("macro", () -> open(withMacros(book), "a.xlsx")),
                Map.entry("bomb", () -> open(bomb(book), "a.xlsx")),
                Map.entry("entity", () -> open(withEntity(book, "xl/workbook.xml", "<!DOCTYPE x>"), "a.xlsx")),
                Map.entry("too-large", () -> open(new byte[Limits.LARGEST_FILE + 1], "a.csv")),
                Map.entry("too-many-rows", () -> rows(csv("a,b\n".repeat(Limits.MOST_ROWS + 21)))),
                Map.entry("too-many-columns", () -> csv("x,".repeat(Limits.MOST_COLUMNS) + "x\n")),
                Map.entry("broken", () -> open(new byte[] {'P', 'K', 3, 4, 0}, "a.xlsx")),
                Map.entry("old-excel", () -> open(oldFile("Book"), "a.xls")),
                Map.entry("old-and-large", () -> open(largeOldFile(), "a.xls")),
                Map.entry("quote", () -> rows(csv("a,b\n1,\"2\n3,4\n"))),
                Map.entry(
                        "encoding",
                        () -> rows(
                                SheetReader.open(new byte[] {'a', (byte) 0xff, (byte) 0xfe, 'b'}, "a.csv", "UTF-8"))));
    }

    @Test
    void eachReasonHasAFileThatIsRefusedForIt() throws Exception {
        assertThat(files().keySet()).isEqualTo(Reasons.of("exchange", "import.refused."));
        files().forEach((reason, opened) -> assertRefused("import.refused." + reason, opened));
    }

    @Test
    void anOldWorkbookWithAPasswordIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("1234");
        try (var book = new HSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("x");
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertRefused("import.refused.password", () -> open(out.toByteArray(), "a.xls"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_VBA_PROJECT_CUR", "_VBA_PROJECT", "Macros"})
    void anOldWorkbookWithMacrosIsRefused(String macros) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("x");
            book.write(out);
        }
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(out.toByteArray()))) {
            files.getRoot().createDirectory(macros).createDocument("dir", new ByteArrayInputStream(new byte[] {1}));
            out.reset();
            files.writeFilesystem(out);
        }
        assertRefused("import.refused.macro", () -> open(out.toByteArray(), "a.csv"));
    }

    @Test
    void anOldFileOfAnotherKindIsRefused() {
        assertRefused("import.refused.other-type", () -> open(oldFile("WordDocument"), "a.xls"));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused("import.refused.empty", () -> open(new byte[0], "a.csv"));
        assertRefused("import.refused.empty", () -> csv("\r\n \r\n"));
        var book = xlsx(Workbook::createSheet);
        assertRefused("import.refused.empty", () -> open(book, "a.xlsx"));
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, PDF",
        "MZ\u0090, EXE",
        "<!DOCTYPE html>, HTML",
        "' <table>', HTML",
        "<?xml version, XML",
        "GIF89a, GIF"
    })
    void aFileOfAnotherTypeIsRefusedByItsContent(String start, String type) {
        for (var name : List.of("a.xlsx", "a.csv", "a.xls")) {
            assertThatExceptionOfType(Refusal.NotReadable.class)
                    .isThrownBy(() -> SheetReader.open(start.getBytes(StandardCharsets.ISO_8859_1), name, null))
                    .returns("import.refused.other-type", Refusal::key)
                    .returns(List.of(type), Refusal::arguments);
        }
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() throws IOException {
        var zip = zip(Map.of("a.txt", utf8("a")));
        assertRefused("import.refused.other-type", () -> open(zip, "a.xlsx"));
    }

    @Test
    void aWorkbookWithMacrosIsRefusedWhateverItIsCalled() throws IOException {
        var book = number("General", 1);
        assertRefused("import.refused.macro", () -> open(withMacros(book), "a.csv"));
        var type = withPart(
                book,
                "[Content_Types].xml",
                xml -> xml.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
        assertRefused("import.refused.macro", () -> open(type, "a.xlsx"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e \"&a;&a;&a;\">]>",
                "<!DOCTYPE x SYSTEM \"http://localhost:9/x.dtd\">"
            })
    void aDocumentTypeIsRefusedInEachPart(String declaration) throws IOException {
        for (var part : List.of(
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "[Content_Types].xml",
                "_rels/.rels")) {
            var book = withEntity(number("General", 1), part, declaration);
            assertRefused("import.refused.entity", () -> rows(open(book, "a.xlsx")));
        }
    }

    @Test
    void twoHundredThousandRowsAreReadAndThoseBeyondRefused() {
        var most = Limits.MOST_ROWS + 20;
        assertThat(rows(csv("a,b\n".repeat(most)))).hasSize(most);
        assertRefused("import.refused.too-many-rows", () -> rows(csv("a,b\n".repeat(most + 1))));
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertThat(csv("x,".repeat(Limits.MOST_COLUMNS) + "\n").sample()).hasSize(1);
        assertRefused("import.refused.too-many-columns", () -> csv("x,".repeat(Limits.MOST_COLUMNS) + "x\n"));
    }

    private static SheetFile open(byte[] file, String name) {
        return SheetReader.open(file, name, null);
    }

    private static byte[] withPassword(byte[] book) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("1234");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(book);
            }
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static byte[] withMacros(byte[] book) throws IOException {
        var parts = parts(book);
        parts.put("xl/vbaProject.bin", new byte[] {1});
        return zip(parts);
    }

    /** A part of 64 MB that deflates to next to nothing. */
    private static byte[] bomb(byte[] book) throws IOException {
        var parts = parts(book);
        parts.put("xl/sharedStrings.xml", utf8("<sst><si><t>" + " ".repeat(64 << 20) + "</t></si></sst>"));
        return zip(parts);
    }

    private static byte[] withEntity(byte[] book, String part, String declaration) throws IOException {
        return withPart(book, part, xml -> xml.replaceFirst("\\?>", "?>" + declaration));
    }

    private static byte[] largeOldFile() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet();
            for (var row = 0; row <= Limits.MOST_OLD_CELLS / 200; row++) {
                var line = sheet.createRow(row);
                for (var column = 0; column < 200; column++) {
                    line.createCell(column).setCellValue(column);
                }
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] oldFile(String stream) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5_000]), stream);
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }
}

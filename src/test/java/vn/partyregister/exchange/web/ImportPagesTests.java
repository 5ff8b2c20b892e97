package vn.partyregister.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

@RegisterTest
class ImportPagesTests {
    private static final String FILE = """
            DANH SÁCH TỔ CHỨC ĐẢNG

            Mã tổ chức;Tên tổ chức đảng;Loại tổ chức;Cấp trên trực tiếp;Ngày thành lập
            ;Chi bộ Ấp Một;Chi bộ gì đó;;31/02/2010
            ;<script>alert(1)</script>;Chi bộ cơ sở;;1/2/2010
            """;

    private static final String FILE_HEADINGS = "Mã tổ chức;Tên tổ chức đảng;Loại tổ chức;Cấp trên trực tiếp";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private RequestPostProcessor clerk;
    private RequestPostProcessor other;

    @BeforeEach
    void twoClerks() {
        var tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        other = signIn.as(Role.CLERK, tree.west());
    }

    @Test
    void theListOffersTheFormAndTheTemplates() {
        var page = page("/imports");
        assertThat(page).contains("Tải tệp lên", "/imports/template/organisations.xlsx");
    }

    @Test
    void aTemplateHoldsTheOfficialHeadingsAndNoRow() throws Exception {
        var answer = mvc.get()
                .uri("/imports/template/organisations.xlsx")
                .with(clerk)
                .exchange();
        assertThat(answer).hasStatusOk();
        try (var workbook = WorkbookFactory.create(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            assertThat(workbook.getSheetAt(0)).hasSize(1);
        }
        assertThat(mvc.get().uri("/imports/template/nothing.xlsx").with(clerk)).hasStatus(404);
    }

    @Test
    void aFileIsMappedReadLookedAtAndAbandoned() throws Exception {
        var address = upload(FILE);
        assertThat(page(address)).contains("Khớp cột", "Dòng tiêu đề: 3", "Chi bộ Ấp Một", "name=\"column.1\"");

        read(address);
        var preview = page(address);
        assertThat(preview).contains("Xem trước", "rows?filter=REJECTED");
        assertThat(page(address + "/rows?filter=REJECTED"))
                .contains("31/02/2010", "Không có ngày này trong lịch", "Cột E")
                .doesNotContain("<script>alert");
        assertThat(page(address + "/rows?filter=gibberish&page=x")).contains("Chi bộ Ấp Một");
        assertThat(mvc.get().uri(address + "/rows.csv").with(clerk)).hasStatusOk();
        assertThat(mvc.get().uri(address + "/rows.xlsx").with(clerk)).hasStatusOk();

        var marked = mvc.get().uri(address + "/workbook").with(clerk).exchange();
        assertThat(marked).hasStatusOk();
        assertThat(new String(marked.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("Lý do không nhận", "Không có ngày này trong lịch");

        assertThat(page(address + "/abandonment")).contains("Sổ vẫn như trước");
        assertThat(mvc.post().uri(address + "/abandonment").with(clerk).with(csrf()))
                .hasRedirectedUrl("/imports");
        assertThat(page(address)).contains("Đã bỏ");
    }

    @Test
    void anImportOfAnotherClerkIsNotThere() throws Exception {
        var address = upload(FILE);
        assertThat(mvc.get().uri(address).with(other)).hasStatus(404);
        assertThat(mvc.get().uri(address + "/rows").with(other)).hasStatus(404);
        assertThat(mvc.post().uri(address + "/abandonment").with(other).with(csrf()))
                .hasStatus(404);
    }

    @Test
    void theBoardLooksAtAnImportOfAClerkButDoesNotDecideOnIt() throws Exception {
        var board = signIn.as(Role.BOARD, orgs.root());
        var address = upload(FILE);
        assertThat(mvc.get().uri(address).with(board)).hasStatusOk();
        assertThat(mvc.post().uri(address + "/abandonment").with(board).with(csrf()))
                .hasStatus(409);
    }

    @Test
    void comparingShowsAllSidesAndOffersNothingToWrite() throws Exception {
        var address = upload(FILE, "COMPARE");
        read(address);
        assertThat(page(address)).contains("Kết quả đối chiếu").doesNotContain("/writing\"");
        assertThat(page(address + "/comparison")).contains("Có trong sổ, không có trong tệp");
        assertThat(page(address + "/absent")).contains("Có trong sổ, không có trong tệp");
        assertThat(mvc.get().uri(address + "/absent.xlsx").with(clerk)).hasStatusOk();
        assertThat(mvc.post().uri(address + "/writing").with(clerk).with(csrf()))
                .hasStatus(409);
    }

    /** The page ends after a thousand of each part; paper does not. */
    @Test
    void aComparisonIsPrintedWhole() {
        var address = upload(FILE, "COMPARE");
        jdbc.sql("""
                        with judged as (update exchange.upload set state = 'JUDGED' where id = :id returning id),
                        absent as (
                            insert into exchange.absent (upload_id, target_id, label, detail)
                            select id, gen_random_uuid(), 'Vắng ' || n, 'Mã ' || n
                            from judged cross join generate_series(1001, 2100) n)
                        insert into exchange.staged_row (upload_id, row_number, given, value, verdict)
                        select id, n, jsonb_build_object('name', initcap(verdict) || ' ' || n), '{}', verdict
                        from judged cross join generate_series(1001, 2100) n
                        cross join lateral (select (array['NEW', 'CHANGED', 'REJECTED'])[1 + n % 3] as verdict)
                        """)
                .param("id", UUID.fromString(address.substring("/imports/".length())))
                .update();
        assertThat(page(address + "/comparison"))
                .contains("Vắng 1001", address + "/comparison.pdf")
                .doesNotContain("Vắng 2100");
        var paper = mvc.get().uri(address + "/comparison.pdf").with(clerk).exchange();
        assertThat(paper).hasStatusOk().hasContentType("application/pdf");
        assertThat(PrintedPages.of(paper.getResponse().getContentAsByteArray()).words())
                .contains("Vắng 1001", "Vắng 2100", "Mã 2100", "New 2100", "Changed 2098", "Rejected 2099")
                .contains("tochuc.csv", "Có trong sổ, không có trong tệp: 1100");
        assertThat(mvc.get().uri(address + "/comparison.pdf").with(other)).hasStatus(404);
    }

    @Test
    void theRowsThatWereReadAsMeantAreListedWithWhatWasMadeOfThem() throws Exception {
        var address = upload(FILE_HEADINGS + "\n;Chi bo\u0323\u0302 Một;CB_TT;Đâu đó\n;Chi bộ Hai;CB_TT;Đâu đó\n");
        read(address);
        assertThat(page(address + "/rows?filter=REPAIRED"))
                .contains("Chữ có dấu rời", "Cột B")
                .doesNotContain("Chi bộ Hai");
        var written =
                "Ma to chuc;Ten to chuc;Loai to chuc;Cap tren\n;Chi bô\u0323 Phươ\u0301c Hươ\u0300ng;CB_TT;Đâu đó\n";
        var old = upload(new MockMultipartFile(
                "file", "tochuc.csv", "text/csv", written.getBytes(Charset.forName("windows-1258"))));
        read(old);
        assertThat(page(old + "/rows?filter=REPAIRED")).contains("Chữ theo bảng mã cũ", "Chi bộ Phước Hường");
    }

    @Test
    void anImportThatStoppedWhileWritingSaysWhereAndOffersToGoOnAndNothingElse() throws Exception {
        var address = upload("Mã;Tên tổ chức;Loại tổ chức;Cấp trên\n;Chi bộ A;Chi bộ;Đâu đó\n");
        jdbc.sql("""
                        with judged as (
                            update exchange.upload set state = 'JUDGED', rows_done = 2000, rows_total = 2001,
                                refusal = 'exchange.stopped-writing', refusal_arguments = '{2002,2002}'
                            where id = :id returning id)
                        insert into exchange.staged_row (upload_id, row_number, given, value, verdict)
                        select id, 2002, '{}', '{}', 'NEW' from judged
                        """)
                .param("id", UUID.fromString(address.substring("/imports/".length())))
                .update();
        assertThat(page(address))
                .contains("dừng ở các dòng 2002–2002", "Ghi 1 dòng vào sổ", address + "/writing")
                .doesNotContain(address + "/abandonment", address + "/mapping\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n  \n"})
    void anEmptyFileIsRefusedWithTheFormAtHand(String content) {
        assertThat(mvc.post()
                        .uri("/imports")
                        .multipart()
                        .file(file(content))
                        .param("kind", "organisations")
                        .with(clerk)
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("role=\"alert\"", "Tải tệp lên");
    }

    @Test
    void aFormWithoutAFileSaysSo() {
        assertThat(mvc.post()
                        .uri("/imports")
                        .param("kind", "organisations")
                        .with(clerk)
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Chưa chọn tệp");
    }

    @Test
    void theEncodingCanBeChosen() throws Exception {
        var address = upload(FILE);
        assertThat(mvc.post()
                        .uri(address + "/encoding")
                        .param("encoding", "TCVN3")
                        .with(clerk)
                        .with(csrf()))
                .hasRedirectedUrl(address);
        assertThat(page(address)).doesNotContain("Chi bộ Ấp Một");
        assertThat(mvc.post()
                        .uri(address + "/encoding")
                        .param("encoding", "klingon")
                        .with(clerk)
                        .with(csrf()))
                .hasStatus(422);
    }

    @Test
    void theEncodingIsGuessedAndShownWithFiveSampleRows() {
        var rows = IntStream.rangeClosed(1, 7)
                .mapToObj(";Chi bộ Ấp Mẫu %d;Chi bộ;Đâu đó"::formatted)
                .collect(Collectors.joining("\n"));
        var bytes = ("\ufeff" + FILE_HEADINGS + "\n" + rows).getBytes(StandardCharsets.UTF_16LE);
        var page = page(upload(new MockMultipartFile("file", "tochuc.csv", "text/csv", bytes)));
        assertThat(page)
                .containsPattern("<option value=\"UTF_16LE\"[^>]*selected")
                .doesNotContainPattern("<option value=\"UTF_8\"[^>]*selected")
                .contains(
                        "Chi bộ Ấp Mẫu 1<",
                        "Chi bộ Ấp Mẫu 2<",
                        "Chi bộ Ấp Mẫu 3<",
                        "Chi bộ Ấp Mẫu 4<",
                        "Chi bộ Ấp Mẫu 5<")
                .doesNotContain("Chi bộ Ấp Mẫu 6", "Chi bộ Ấp Mẫu 7");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCellThatHoldsAFormulaIsNamedInThePreview(boolean xlsx) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = WorkbookFactory.create(xlsx)) {
            var sheet = book.createSheet("Tổ chức");
            fill(sheet, FILE_HEADINGS, ";Chi bộ Công Thức;Chi bộ;Đâu đó");
            sheet.getRow(1).getCell(1).setCellFormula("\"Chi bộ \"&\"Tính Ra\"");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
        }
        var address = upload(new MockMultipartFile("file", xlsx ? "t.xlsx" : "t.xls", null, out.toByteArray()));
        read(address);
        assertThat(page(address + "/rows?filter=REJECTED"))
                .containsPattern("class=\"number\">2<")
                .contains("Cột B", "Ô chứa công thức; sổ không tính công thức")
                .doesNotContain("Chi bộ Tính Ra");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSheetWithTheHeadingsIsProposedAnotherCanBeChosenAndTheChosenOneIsMarked(boolean xlsx) throws Exception {
        var address = upload(workbook(xlsx));
        assertThat(page(address)).contains("Chỉ trang “Đợt 1” được đọc; còn 2 trang khác", "Chi bộ Một");
        assertThat(choose(address, "Đợt 3")).hasStatus(422);
        assertThat(choose(address, "Đợt 2")).hasRedirectedUrl(address);
        assertThat(page(address))
                .contains("Chỉ trang “Đợt 2” được đọc", "Chi bộ Hai")
                .doesNotContain("Chi bộ Một");
        read(address);
        var marked = mvc.get().uri(address + "/workbook").with(clerk).exchange();
        try (var book = WorkbookFactory.create(
                new ByteArrayInputStream(marked.getResponse().getContentAsByteArray()))) {
            assertThat(book.getSheet("Đợt 2").getRow(0).getCell(4).getStringCellValue())
                    .isEqualTo("Lý do không nhận");
            assertThat(book.getSheet("Đợt 1").getRow(0).getLastCellNum()).isEqualTo((short) 4);
        }
    }

    private static MockMultipartFile workbook(boolean xlsx) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = WorkbookFactory.create(xlsx)) {
            fill(book.createSheet("Hướng dẫn"), "Ghi tên tổ chức vào trang sau");
            fill(book.createSheet("Đợt 1"), FILE_HEADINGS, ";Chi bộ Một;Chi bộ;Đâu đó");
            fill(book.createSheet("Đợt 2"), FILE_HEADINGS, ";Chi bộ Hai;Chi bộ;Đâu đó");
            book.write(out);
        }
        return new MockMultipartFile("file", xlsx ? "tochuc.xlsx" : "tochuc.xls", null, out.toByteArray());
    }

    private static void fill(Sheet sheet, String... rows) {
        for (var row : rows) {
            var line = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (var cell : row.split(";")) {
                line.createCell(Math.max(0, line.getLastCellNum())).setCellValue(cell);
            }
        }
    }

    private MvcTestResult choose(String address, String sheet) {
        return mvc.post()
                .uri(address + "/sheet")
                .param("sheet", sheet)
                .with(clerk)
                .with(csrf())
                .exchange();
    }

    @Test
    void anImportWhoseTimeIsOverShowsItsFiguresAndReasonsAndOffersNoFile() throws Exception {
        var address = upload(FILE);
        read(address);
        var id = UUID.fromString(address.substring("/imports/".length()));
        jdbc.sql("""
                        with cleared as (
                            update exchange.upload set state = 'DONE', finished_at = now(), cleared_at = now(), file_sealed = null
                            where id = :id returning id),
                        figures as (
                            insert into exchange.kept_figures
                            select id, 2, 0, 0, 0, 2, 0, 0, 0 from cleared returning upload_id)
                        insert into exchange.kept_reason
                        select upload_id, 'REJECTS', 'founded_on', 'exchange.cell.no-such-day', 1234, 4, '{}' from figures
                        """).param("id", id).update();
        assertThat(page(address))
                .contains("Đã hết hạn giữ", "Không có ngày này trong lịch", "1.234")
                .doesNotContain("/workbook", "rows?filter=");
        assertThat(mvc.get().uri(address + "/workbook").with(clerk)).hasStatus(409);
    }

    /** Over HTTP, because the container judges the length before any handler does. */
    @Test
    void aFileOfSixtySixMegabytesIsToldToBeTooLarge() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/imports"))
                                .header("Accept", "text/html") // as every browser asks
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[66 << 20]))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(HtmlUtils.htmlUnescape(answer.body())).contains("Tệp quá lớn");
    }

    @Test
    void columnsAreExplainedByHandAndOneMeaningIsGivenOnce() throws Exception {
        var address = upload(FILE);
        assertThat(mvc.post().uri(address + "/reading").with(clerk).with(csrf()))
                .hasStatus(409);
        assertThat(mvc.post()
                        .uri(address + "/reading")
                        .param("column.0", "code")
                        .param("column.1", "code")
                        .with(clerk)
                        .with(csrf()))
                .hasStatus(409);
    }

    private String upload(String content) throws Exception {
        return upload(content, "LOAD");
    }

    private String upload(String content, String purpose) {
        return upload(file(content), purpose);
    }

    private String upload(MockMultipartFile file) {
        return upload(file, "LOAD");
    }

    private String upload(MockMultipartFile file, String purpose) {
        var answer = mvc.post()
                .uri("/imports")
                .multipart()
                .file(file)
                .param("kind", "organisations")
                .param("purpose", purpose)
                .with(clerk)
                .with(csrf())
                .exchange();
        var address = answer.getResponse().getRedirectedUrl();
        assertThat(address).isNotNull().startsWith("/imports/");
        return address;
    }

    private void read(String address) throws Exception {
        assertThat(mvc.post()
                        .uri(address + "/reading")
                        .param("column.0", "code")
                        .param("column.1", "name")
                        .param("column.2", "type")
                        .param("column.3", "parent")
                        .param("column.4", "founded_on")
                        .with(clerk)
                        .with(csrf()))
                .hasRedirectedUrl(address);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !page(address).contains("id=\"progress\""));
    }

    private String page(String address) {
        var answer = mvc.get().uri(address).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "tochuc.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }
}

package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.Orgs;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/**
 * What people see of cells and columns that a directive asks for and their file leaves empty. The board makes two columns of
 * the sheet mandatory from today (30/04/2022) on; each test gives back what it changed.
 */
@RegisterTest
@Transactional
@NullUnmarked
class AskedOfAFileTests {
    private static final String BY = "24-QĐ/TW, mẫu thử";
    private static final String HEADINGS =
            "Họ và tên;Giới tính;Sinh ngày;Dân tộc;Tôn giáo;Chi bộ;Ngày vào Đảng;Ngày chính thức;Nơi cấp thẻ\n";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignIn signIn;

    @Autowired
    Orgs orgs;

    @Autowired
    Imports imports;

    @Autowired
    Uploads uploads;

    @Autowired
    ImportRun run;

    SignIn.Account account;
    RequestPostProcessor board;
    String cell;

    /** Accounts are kept for other tests: they are made before what each test gives back. */
    @BeforeTransaction
    void accounts() {
        account = signIn.account(Role.BOARD, orgs.root());
        board = signIn.as(account);
        cell = orgs.name(orgs.tree().eastCell());
    }

    @BeforeEach
    void twoStars() {
        asks("CARD_PLACE");
        asks("CARD_ISSUED_ON");
    }

    private void asks(String column) {
        var request = mvc.post()
                .uri("/rulebook/member-sheet-column/values?lang=vi")
                .with(board)
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        Map.of(
                        "group",
                        column,
                        "starts",
                        "2022-04-30",
                        "value",
                        "MANDATORY",
                        "unit",
                        "CODE",
                        "directive",
                        "24-qd-tw-2021",
                        "clause",
                        "mẫu thử",
                        "certainty",
                        "VERIFIED",
                        "reason",
                        "Văn bản mới")
                .forEach(request::param);
        assertThat(request.exchange()).hasStatus3xxRedirection();
    }

    private static String row(String name, String cell, String place) {
        return "%s;Nam;5/6/1970;Kinh;Không;%s;3/4/2000;3/4/2001;%s\n".formatted(name, cell, place);
    }

    private String judged(Purpose purpose) {
        var visitor = new Visitor(
                account.id(),
                account.username(),
                account.username(),
                null,
                Map.of(Permission.IMPORT, Scope.EVERYTHING));
        var file = HEADINGS + row("Trống Ô Một", cell, "") + row("Đủ Ô Hai", cell, "Tỉnh ủy");
        var id = new Author(account.id(), account.username(), null)
                .writing(() ->
                        imports.upload("dv.csv", file.getBytes(StandardCharsets.UTF_8), "members", purpose, visitor));
        uploads.move(id, State.UPLOADED, State.STAGING);
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id).state()).isEqualTo(State.JUDGED);
        assertThat(imports.figures(id).incomplete()).isEqualTo(1);
        return "/imports/" + id;
    }

    private String page(String address) throws UnsupportedEncodingException {
        var answer = mvc.get().uri(address).with(board).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void thePreviewCountsTheRowsAndNamesWhatTheWholeFileHasNot() throws Exception {
        var preview = judged(Purpose.LOAD);
        assertThat(page(preview).replaceAll("\\s+", " "))
                .contains("rows?filter=INCOMPLETE\">1</a>")
                .contains("Tệp không có các cột mà " + BY + " bắt buộc ghi: Ngày cấp thẻ.")
                .contains("/rulebook/member-sheet-column\"");
        assertThat(page(preview + "/rows?filter=INCOMPLETE"))
                .contains("Trống Ô Một", "Cột I", "Nơi cấp thẻ:", "Ô bắt buộc theo " + BY + " còn trống")
                .doesNotContain("Đủ Ô Hai");
        assertThat(page(preview + "/rows.csv?filter=INCOMPLETE"))
                .contains("Trống Ô Một", "Ô bắt buộc theo")
                .doesNotContain("Đủ Ô Hai");
    }

    @Test
    void theFileComesBackWithTheEmptyCellNamed() throws Exception {
        assertThat(page(judged(Purpose.LOAD) + "/workbook"))
                .contains("Nơi cấp thẻ: Ô bắt buộc theo " + BY + " còn trống")
                .doesNotContain("Ngày cấp thẻ");
    }

    @Test
    void aComparisonPrintsThemAsAPartOfItsOwn() throws Exception {
        var compared = judged(Purpose.COMPARE);
        assertThat(page(compared + "/comparison"))
                .contains("Còn trống ô bắt buộc", "Ô bắt buộc theo " + BY, "bắt buộc ghi: Ngày cấp thẻ.");
        assertThat(page(compared + "/comparison.csv").lines())
                .filteredOn(line -> line.contains("Ô bắt buộc theo"))
                .singleElement()
                .asString()
                .startsWith("Còn trống ô bắt buộc")
                .contains("Trống Ô Một");
        var paper = mvc.get().uri(compared + "/comparison.pdf").with(board).exchange();
        assertThat(PrintedPages.of(paper.getResponse().getContentAsByteArray()).words())
                .contains("Còn trống ô bắt buộc", "Trống Ô Một", "bắt buộc ghi: Ngày cấp thẻ.");
    }
}

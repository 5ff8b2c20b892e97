package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.admission.HeldForm.State;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.DossierForm;
import vn.partyregister.reference.DossierForms;

/** The forms of a case: what its dossier holds at each stage, and those that are printed. Today is 30/04/2022. */
@RegisterTest
class FormsOfACaseTests {
    /** When it was printed, and by whom. */
    private static final String CHANGING = "\\d\\d:\\d\\d|\\d\\d/\\d\\d/\\d{4}(?=,)|In bởi \\S+";

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private DossierForms catalogue;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private PrintedCases cases;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aClerkOfTheDistrict() {
        cases = new PrintedCases(admissions, orgs, people);
        clerk = signIn.as(Role.CLERK, cases.district);
    }

    private MvcTestResult ask(AdmissionCaseId id, String file) {
        return mvc.get().uri("/admissions/" + id + "/forms/" + file).with(clerk).exchange();
    }

    private PrintedPages print(AdmissionCaseId id, String slug) {
        var answer = ask(id, slug + ".pdf");
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        return PrintedPages.of(answer.getResponse().getContentAsByteArray());
    }

    private XWPFDocument word(AdmissionCaseId id, String slug) throws IOException {
        var answer = ask(id, slug + ".docx");
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(".docx");
        return new XWPFDocument(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
    }

    private List<DossierForm> printable(AdmissionCaseId id) {
        return files.open(id, Scope.EVERYTHING).forms().stream()
                .filter(HeldForm::printable)
                .map(HeldForm::form)
                .toList();
    }

    /** Each is its committed page, and its Word file says the same. */
    private void compare(AdmissionCaseId id, List<DossierForm> forms) throws IOException {
        var all = new SoftAssertions();
        for (var form : forms) {
            var pages = print(id, form.slug());
            all.assertThat(wordsOf(word(id, form.slug()))).as(form.slug()).isEqualTo(wordsOf(pages));
            pages.areThoseOf(golden(form), CHANGING);
        }
        all.assertAll();
    }

    /** A code that meant another form before has a page with the year in which it came to mean this one. */
    private String golden(DossierForm form) {
        var another = catalogue.all().stream()
                .anyMatch(one -> one.slug().equals(form.slug())
                        && !one.key().equals(form.key())
                        && one.starts().isBefore(form.starts()));
        return "admission-" + form.slug() + (another ? "-of-" + form.starts().getYear() : "");
    }

    private State state(AdmissionCaseId id, String code) {
        return held(id, code).state();
    }

    private HeldForm held(AdmissionCaseId id, String code) {
        return files.open(id, Scope.EVERYTHING).forms().stream()
                .filter(one -> one.form().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Sorted: a page is read across its columns, a Word file cell by cell. What is left open has no words. */
    private static List<String> words(Stream<String> texts) {
        return texts.flatMap(text -> Arrays.stream(text.replaceAll("…+", " ").split("\\s+")))
                .filter(Predicate.not(String::isBlank))
                .sorted()
                .toList();
    }

    private static List<String> wordsOf(PrintedPages pages) {
        return words(pages.texts().stream()
                .map(text -> text.replaceAll("In bởi .*?\\d\\d/\\d\\d/\\d{4}, .*?\\d\\d/\\d\\d/\\d{4}", "")
                        .replaceAll("Trang \\d+/\\d+", "")));
    }

    private static List<String> wordsOf(XWPFDocument word) {
        return words(Stream.concat(
                        word.getParagraphs().stream(),
                        word.getTables().stream()
                                .flatMap(table -> table.getRows().stream())
                                .flatMap(row -> row.getTableCells().stream())
                                .flatMap(one -> one.getParagraphs().stream()))
                .map(XWPFParagraph::getText));
    }

    @Test
    void everyFormIsItsCommittedPageAndItsWordFileSaysTheSame() throws IOException {
        var id = cases.at(Stage.CELL_VOTED_OFFICIAL);
        cases.paper(id, "RECOGNITION_APPRAISAL", "2-BC/ĐUBP", "Đảng ủy bộ phận", LocalDate.of(2022, 2, 15));
        cases.paper(id, "RECOGNITION_BASE", "6-NQ/ĐU", "Đảng ủy xã", LocalDate.of(2022, 2, 21));
        cases.reach(id, Stage.OFFICIAL, PrintedCases.DISTRICT);
        assertThat(printable(id))
                .extracting(DossierForm::slug)
                .containsExactly(
                        "5-knd", "6-knd", "7-knd", "8-knd", "9-knd", "12-knd", "13-knd", "14-knd", "15-knd", "16-knd");
        compare(id, printable(id));
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'admission.form-printed' and subject_id = ?")
                        .param(id.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void aDecisionIsFilledInFromTheCaseAndRestsOnTheRulesOfItsDay() {
        var words = print(cases.at(Stage.DECIDED), "9-knd").words();
        assertThat(words)
                .contains(
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "ĐẢNG BỘ HUYỆN CẦU KÈ",
                        "Số 105-QĐ/HU",
                        "Cầu Kè, ngày 4 tháng 1 năm 2021")
                .contains("Quy định số 29-QĐ/TW, ngày 25/07/2016, của Ban Chấp hành Trung ương")
                .contains("Nghị quyết số 9-NQ/CB, ngày 01/10/2020, của Chi bộ ấp Ô Tưng")
                .contains("Kết nạp quần chúng Nguyễn Thị Quỳnh Ưởng", "thời gian dự bị 12 tháng", "30 ngày làm việc")
                .contains("T/M BAN THƯỜNG VỤ", "Nơi nhận:")
                .doesNotContain("24-QĐ/TW", "{");
    }

    @Test
    void aVoteStandsInTheResolutionAsItsMinutesHaveIt() {
        assertThat(print(cases.at(Stage.CELL_VOTED), "6-knd").words())
                .contains(
                        "chính thức của chi bộ: 3; có mặt: 3; vắng mặt: 0",
                        "2 đảng viên chính thức tán thành, đạt 66,67 %")
                .contains("Lâm Văn Đỡ, Trương Thị Ngọc Bích", "Kiên Thị Sa Phone");
    }

    @Test
    void whatIsNotKnownYetStaysOpen() {
        var words = print(cases.at(Stage.OPINIONS), "6-knd").words();
        assertThat(words).contains("có mặt: …………", "ngày … tháng … năm ……").doesNotContain("null", "NQ/CB");
    }

    @Test
    void aBaseCommitteeThatDecidesHasAFormOfItsOwn() throws IOException {
        var id = cases.bring(
                cases.open(cases.cell(cases.base), "NEITHER"), Stage.BASE_RESOLVED, "Đảng bộ xã Phong Thạnh", false);
        cases.paper(id, "DELEGATION", "3-QĐ/HU", PrintedCases.DISTRICT, Cases.OPENED);
        cases.reach(id, Stage.DECIDED, "Đảng bộ xã Phong Thạnh");
        assertThat(state(id, "9-KNĐ")).isEqualTo(State.NOT_NEEDED);
        assertThat(held(id, "9-KNĐ").number()).as("the other one's").isNull();
        assertThat(state(id, "9A-KNĐ")).isEqualTo(State.HELD);
        var pages = print(id, "9a-knd");
        assertThat(wordsOf(word(id, "9a-knd"))).isEqualTo(wordsOf(pages));
        pages.areThoseOf("admission-9a-knd", CHANGING);
    }

    @Test
    void aCaseOf2026PrintsTheCodesOfItsOwnGuidance() throws IOException {
        var id = cases.at(Stage.CELL_VOTED_OFFICIAL);
        assertThat(held(id, "13-KNĐ").form().key()).isEqualTo("recognition-cell-resolution");
        jdbc.sql("update admission.admission_case set rule_day = '2026-07-25' where id = ?")
                .param(id.id())
                .update();
        assertThat(held(id, "13-KNĐ").form().key()).as("the day before").isEqualTo("recognition-cell-resolution");
        jdbc.sql("update admission.admission_case set rule_day = '2026-07-26' where id = ?")
                .param(id.id())
                .update();
        assertThat(held(id, "13-KNĐ").form().key()).as("the day itself").isEqualTo("recognition-opinions-residence");
        assertThat(held(id, "14-KNĐ").form().key()).isEqualTo("recognition-cell-resolution");
        assertThat(print(id, "14-knd").words())
                .contains("Mẫu 14-KNĐ", "đề nghị công nhận đảng viên chính thức", "208-QĐ/TW");
        assertThat(ask(id, "13-knd.pdf")).hasStatus(409);
        var anew = printable(id).stream()
                .filter(form -> golden(form).endsWith("-of-2026"))
                .toList();
        assertThat(anew).extracting(DossierForm::slug).containsExactly("14-knd", "15-knd");
        compare(id, anew);
    }

    /** Whatever guidance it is of: what the program fills in and nobody has looked at is not there. */
    @Test
    void everyFormThatIsFilledInOnAnyDayHasItsCommittedPage() {
        var filled = catalogue.all().stream().filter(DossierForm::printed).toList();
        assertThat(filled).extracting(DossierForm::slug).contains("5-knd", "9a-knd", "14-knd", "16-knd");
        assertThat(filled)
                .allSatisfy(form -> assertThat(PrintedPages.committed(golden(form)))
                        .as("%s from %s on", form.code(), form.starts())
                        .exists());
    }

    @Test
    void withoutAPartialCommitteeThereIsNoAppraisal() {
        var id = cases.bring(
                cases.open(cases.cell(cases.base), "NEITHER"), Stage.BASE_RESOLVED, PrintedCases.DISTRICT, false);
        assertThat(state(id, "7-KNĐ")).isEqualTo(State.NOT_NEEDED);
        assertThat(ask(id, "7-knd.pdf")).hasStatus(409).bodyText().contains("không cần mẫu 7-KNĐ", "09-HD/BTCTW");
        assertThat(print(id, "8-knd").words()).doesNotContain("Xét Báo cáo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9-knd.pdf | 409 | Chưa đến lượt mẫu 9-KNĐ
            9-knd.docx | 409 | Hãy ghi các bước trước đã
            1-knd.pdf | 409 | không in từ sổ
            99-knd.pdf | 404 | Hãy chọn mẫu trong phần Hồ sơ
            6-KNĐ.pdf | 404 | Hãy chọn mẫu trong phần Hồ sơ
            """)
    void whatIsNotPrintedSaysWhyAndWhatToDo(String file, int status, String told) {
        assertThat(ask(cases.at(Stage.APPLIED), file))
                .hasStatus(status)
                .bodyText()
                .contains(told);
    }

    @Test
    void aFormIsThereForWhoAnswersForTheCellAlone() {
        var id = cases.at(Stage.CELL_VOTED);
        var elsewhere = signIn.as(Role.CLERK, orgs.tree().west());
        for (var file : List.of("6-knd.pdf", "6-knd.docx")) {
            assertThat(mvc.get().uri("/admissions/" + id + "/forms/" + file).with(elsewhere))
                    .hasStatus(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"\u202eĐảo Ngược", "<b>Đậm</b> & 'Nghiêng'", "مرحبا", "{rule:cell-vote}"})
    void noNameBreaksAForm(String name) throws IOException {
        var below = cases.cell(orgs.add("Đảng bộ xã " + name, "DB_CS", "XA", orgs.root()));
        var id = admissions.open(new NewCase(Cases.ordinary(), null, below, Cases.OPENED, null), Scope.EVERYTHING);
        cases.bring(id, Stage.OPINIONS, PrintedCases.DISTRICT, false);
        var board = signIn.as(Role.BOARD, orgs.root());
        for (var file : List.of("6-knd.pdf", "6-knd.docx")) {
            assertThat(mvc.get().uri("/admissions/" + id + "/forms/" + file).with(board))
                    .hasStatusOk();
        }
    }
}

package vn.partyregister.training.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Seal;

/** A clerk plans a class, registers who attends, tells how it ended, and certifies. */
@RegisterTest
class ClassPagesTests {
    private static final String WHO_PRINTED = "In bởi .*?, lúc [^,]*";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Seal seal;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aClerkOfTheEast() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @Test
    void aClassGoesFromItsPlanToItsCertificates() throws IOException {
        var held = plan("AWARENESS");
        assertThat(text("/classes?q=thu&state=ENDED")).contains("Lớp thử", orgs.name(tree.east()));
        assertThat(post(
                        held + "/outsiders",
                        Map.of("organisation", orgs.name(tree.eastCell()), "lines", "Lê Văn Một; 31/02/2000")))
                .hasStatusOk()
                .bodyText()
                .contains("Dòng 1", "31/02/2000", "Chưa ghi ai");
        assertThat(post(
                        held + "/outsiders",
                        Map.of(
                                "organisation",
                                orgs.name(tree.eastCell()),
                                "lines",
                                "Lê Văn Một; 01/02/2000\nTrần Thị Hai; 2001; 084301000002")))
                .hasStatus3xxRedirection();
        assertThat(text(held)).contains("Lê Văn Một", "Trần Thị Hai", "Ghi hoàn thành cho 2 người");
        assertThat(post(held + "/outcomes", Map.of())).hasStatus3xxRedirection();
        assertThat(post(held + "/certificates", Map.of("first", "một", "day", "31/02/2022")))
                .hasStatusOk();
        assertThat(post(held + "/certificates", Map.of("first", "1", "day", "05/03/2022")))
                .hasStatus3xxRedirection();
        assertThat(text(held)).contains("1/2022", "2/2022", "giá trị đến 05/03/2027");
        assertThat(text("/classes/people?q=hai")).contains("Trần Thị Hai").doesNotContain("084301000002");
        assertThat(text("/classes/people.csv?kind=AWARENESS")).contains("Trần Thị Hai", "2/2022");
        assertThat(text("/classes.csv")).contains("Lớp thử");
        assertThat(text("/classes/figures?from=2022&to=2022")).contains("Nhận thức về Đảng: 1 lớp / 2 người");
        assertThat(text("/classes/figures.csv?from=2022&to=2022")).contains("Cộng");
        for (var paper : new String[] {
            "/classes.pdf",
            "/classes/people.pdf",
            "/classes/figures.pdf",
            held + "/people.pdf",
            held + "/certificates.pdf"
        }) {
            assertThat(mvc.get().uri(paper).with(clerk).exchange())
                    .as(paper)
                    .hasStatusOk()
                    .hasContentType("application/pdf");
        }
        assertThat(text(held)).contains(held + "/certificates.docx?page=1");
        try (var word = word(held + "/certificates.docx?page=1")) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .anyMatch(said -> said.contains("Lê Văn Một"))
                    .anyMatch(said -> said.contains("Trần Thị Hai"))
                    .anyMatch(said -> said.contains("05/03/2027"));
            assertThat(word.getParagraphs().stream().filter(XWPFParagraph::isPageBreak))
                    .as("each certificate but the first begins a page")
                    .hasSize(1);
        }
        assertThat(jdbc.sql(
                                "select act from audit.entry where subject_id = cast(:id as uuid) and act not like '%export%' order by id")
                        .param("id", held.substring(held.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "training.planned",
                        "training.registered",
                        "training.ended",
                        "training.certificates-issued",
                        "training.certificates-printed",
                        "training.certificates-printed");
    }

    /** CN-NTVĐ of somebody who is no member yet, CN-ĐVM of a probationer: to the point where each word stands. */
    @Test
    void bothCertificatesAreTheirCommittedPages() throws IOException {
        var district = orgs.add("Đảng bộ huyện Trà Cú", "DB_HUYEN", null, orgs.root());
        var commune = orgs.add("Đảng bộ xã Đại An", "DB_CS", "XA", district);
        var cell = orgs.add("Chi bộ ấp Giồng Lớn", "CB_TT", null, commune);
        clerk = signIn.as(Role.CLERK, district);
        var awareness = plan("AWARENESS", "Đảng bộ huyện Trà Cú");
        post(
                awareness + "/outsiders",
                Map.of("organisation", "Chi bộ ấp Giồng Lớn", "lines", "Kiên Thị Ngọc Ưởng; 01/02/2000"));
        assertThat(certificates(awareness, "1"))
                .satisfies(pages -> pages.areThoseOf("certificate-cn-ntvd", WHO_PRINTED));
        var lan = people.add(cell, person -> person.named("Lê Thị Sa Phone").joined(LocalDate.of(2022, 1, 5), null));
        var classOfNewMembers = plan("NEW_MEMBER", "Đảng bộ huyện Trà Cú");
        post(classOfNewMembers + "/members", Map.of("member", lan.toString()));
        assertThat(certificates(classOfNewMembers, "1"))
                .satisfies(pages -> pages.areThoseOf("certificate-cn-dvm", WHO_PRINTED));
    }

    private PrintedPages certificates(String held, String first) {
        assertThat(post(held + "/outcomes", Map.of())).hasStatus3xxRedirection();
        assertThat(post(held + "/certificates", Map.of("first", first, "day", "05/03/2022")))
                .hasStatus3xxRedirection();
        var answer = mvc.get().uri(held + "/certificates.pdf").with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        return PrintedPages.of(answer.getResponse().getContentAsByteArray());
    }

    @Test
    void aSpreadsheetIsLookedAtBeforeAnybodyIsRegistered() {
        var held = plan("AWARENESS");
        var member = people.add(tree.eastCell(), person -> person.named("Lê Đã Vào"));
        jdbc.sql(
                        "update member.member set citizen_number_hash = :hash, citizen_number_sealed = :sealed, citizen_number_end = '099' where id = :id")
                .param("hash", seal.hash("084301000099"))
                .param("sealed", seal.seal("084301000099"))
                .param("id", member.id())
                .update();
        var head = "Họ và tên,Ngày sinh,CCCD,Nơi cử\n";
        var cell = orgs.name(tree.eastCell());
        assertThat(upload(held + "/registration", head + """
                        Lê Văn Một,01/02/2000,84301000001,%1$s
                        Trần Thị Hai,31/02/2001,,%1$s
                        Lê Văn Một,1/2/2000,084301000001,
                        Lý Tây,2001,,%2$s
                        Lê Đã Vào,1990,084301000099,
                        """.formatted(cell, orgs.name(tree.westCell()))))
                .hasStatusOk()
                .bodyText()
                .contains(HtmlUtils.htmlEscape("Lê Văn Một; 01/02/2000; 84301000001; " + cell))
                .contains("Dòng 2: ngày sinh “31/02/2001” không đọc được")
                .contains("Dòng 3: Lê Văn Một có hai lần")
                .contains("Dòng 4: không rõ tổ chức cử “" + orgs.name(tree.westCell()))
                .contains("Dòng 5: Lê Đã Vào: số định danh này là của một đảng viên")
                .doesNotContain("Dòng 1:");
        assertThat(text(held)).contains("Danh sách này chưa có ai.");
        assertThat(upload(held + "/registration", head + "Lê Văn Một,01/02/2000,84301000001,\n"))
                .hasStatusOk()
                .bodyText()
                .contains("Đã đọc 1 dòng", "Chưa ghi gì");
        assertThat(text(held)).contains("Danh sách này chưa có ai.");
        assertThat(post(
                        held + "/outsiders",
                        Map.of("organisation", orgs.name(tree.east()), "lines", "Lê Văn Một; 01/02/2000; 84301000001")))
                .hasStatus3xxRedirection();
        assertThat(text(held)).contains("Lê Văn Một");
        assertThat(upload(held + "/registration", head + "Lê Văn Một,01/02/2000,084301000001,\n"))
                .bodyText()
                .contains("Dòng 1: Lê Văn Một đã có trong danh sách lớp này");
        assertThat(upload(held + "/registration", "Tên gì đó\nLê\n")).hasStatus(422);
        assertThat(upload(held + "/registration", "")).hasStatus(422).bodyText().contains("Chưa chọn tệp");
    }

    private MvcTestResult upload(String page, String csv) {
        return mvc.post()
                .uri(page + "/sheet")
                .multipart()
                .file(new MockMultipartFile("file", "lop.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(clerk)
                .with(csrf())
                .exchange();
    }

    @Test
    void membersOnProbationAreChosenFromTheRegister() {
        var held = plan("NEW_MEMBER");
        var lan = people.add(
                tree.eastCell(), person -> person.named("Lê Thị Lan").joined(LocalDate.of(2022, 1, 5), null));
        people.add(tree.westCell(), person -> person.named("Lê Thị Tây").joined(LocalDate.of(2022, 1, 5), null));
        assertThat(text(held + "/registration?q=lan")).contains("Lê Thị Lan").doesNotContain("Lê Thị Tây");
        assertThat(post(held + "/members", Map.of())).hasStatus(409).bodyText().contains("Chưa chọn ai");
        assertThat(post(held + "/members", Map.of("member", lan.toString()))).hasStatus3xxRedirection();
        assertThat(text(held)).contains("Lê Thị Lan");
        assertThat(text(held + "/registration?q=lan")).contains("Không có đảng viên dự bị nào");
    }

    @Test
    void membersOnProbationAreRegisteredFromAList() {
        var held = plan("NEW_MEMBER");
        var joined = LocalDate.of(2022, 1, 5);
        var born = LocalDate.of(1999, 2, 1);
        var one = people.add(
                tree.eastCell(),
                person -> person.named("Lê Trùng Tên").born(born).joined(joined, null));
        people.add(
                tree.eastCell(),
                person -> person.named("Lê Trùng Tên").born(born).joined(joined, null));
        people.add(
                tree.eastCell(),
                person -> person.named("Lê Một Mình").born(born).joined(joined, null));
        people.add(
                tree.eastCell(),
                person -> person.named("Lê Chính Thức").born(born).joined(joined.minusYears(2), joined.minusYears(1)));
        people.add(
                tree.westCell(), person -> person.named("Lê Ở Tây").born(born).joined(joined, null));
        jdbc.sql(
                        "update member.member set citizen_number_hash = :hash, citizen_number_sealed = :sealed, citizen_number_end = '077' where id = :id")
                .param("hash", seal.hash("084301000077"))
                .param("sealed", seal.seal("084301000077"))
                .param("id", one.id())
                .update();
        assertThat(text(held + "/registration")).contains(held + "/members/lines");
        assertThat(upload(held + "/members/lines", """
                        Họ và tên,Ngày sinh,Số định danh
                        Lê Trùng Tên,01/02/1999,
                        Lê Chính Thức,01/02/1999,
                        Lê Ở Tây,01/02/1999,
                        Lê Một Mình,02/02/1999,
                        Lê Một Mình,31/02/1999,
                        lê một mình,01/02/1999,
                        Lê Một Mình,01/02/1999,
                        Lê Trùng Tên,01/02/1999,084301000077
                        """))
                .hasStatusOk()
                .bodyText()
                .contains("Dòng 1: Lê Trùng Tên: có nhiều đảng viên dự bị")
                .contains("Dòng 2: Lê Chính Thức: không có đảng viên dự bị")
                .contains("Dòng 3: Lê Ở Tây: không có", "Dòng 4: Lê Một Mình: không có")
                .contains("Dòng 5: ngày sinh “31/02/1999”", "Dòng 7: Lê Một Mình có hai lần")
                .doesNotContain("Dòng 6:", "Dòng 8:");
        assertThat(text(held)).contains("Danh sách này chưa có ai.");
        var list = "Lê Trùng Tên; 01/02/1999; 084301000077\nLê Một Mình; 01/02/1999";
        assertThat(post(held + "/members/lines", Map.of("lines", list))).hasStatus3xxRedirection();
        assertThat(text(held)).contains("Lê Trùng Tên", "Lê Một Mình");
        assertThat(post(held + "/members/lines", Map.of("lines", list)))
                .hasStatusOk()
                .bodyText()
                .contains("Dòng 1: Lê Trùng Tên đã có trong danh sách", "Dòng 2: Lê Một Mình đã có");
        assertThat(post(held + "/members/lines", Map.of("lines", " ")))
                .bodyText()
                .contains("Hãy ghi ít nhất một người.");
        assertThat(post(plan("AWARENESS") + "/members/lines", Map.of("lines", list)))
                .hasStatus(409);
    }

    @Test
    void aClassWithoutAnybodyHasNothingToPrintAndCanBeCancelled() {
        var held = plan("AWARENESS");
        assertThat(text(held)).contains("Danh sách này chưa có ai.");
        assertThat(mvc.get().uri(held + "/people.pdf").with(clerk).exchange()).hasStatusOk();
        for (var file : new String[] {"/certificates.pdf", "/certificates.docx"}) {
            assertThat(mvc.get().uri(held + file).with(clerk).exchange()).hasStatus(409);
        }
        assertThat(post(held + "/cancellation", Map.of("why", " ")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi lý do.");
        assertThat(post(held + "/cancellation", Map.of("why", "Không đủ người")))
                .hasStatus3xxRedirection();
        assertThat(text(held)).contains("Không đủ người").doesNotContain("/registration");
        assertThat(post(held + "/cancellation", Map.of("why", "Lần nữa"))).hasStatus(409);
    }

    @Test
    void theListAsksAConstantNumberOfQuestions() throws Exception {
        plan("AWARENESS");
        text("/classes");
        var one = Statements.of(() -> text("/classes"));
        plan("AWARENESS");
        plan("NEW_MEMBER");
        assertThat(Statements.of(() -> text("/classes"))).hasSameSizeAs(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/classes?from=abc&to=99999&kind=X&state=Y&sort=zz&page=-1",
                "/classes/people?kind=X&own=ja",
                "/classes/figures?from=2030&to=2020"
            })
    void whatCannotBeReadIsNamedAndLeftOut(String address) {
        assertThat(text(address)).contains("alert-warning");
    }

    private String plan(String kind) {
        return plan(kind, orgs.name(tree.east()));
    }

    private String plan(String kind, String organiser) {
        var planned = post(
                "/classes",
                Map.of(
                        "organisation",
                        organiser,
                        "kind",
                        kind,
                        "name",
                        "Lớp thử",
                        "audience",
                        "MIXED",
                        "place",
                        "Hội trường",
                        "fromOn",
                        "01/03/2022",
                        "toOn",
                        "05/03/2022",
                        "expected",
                        "50"));
        assertThat(planned).hasStatus3xxRedirection();
        return Objects.requireNonNull(planned.getResponse().getRedirectedUrl());
    }

    private XWPFDocument word(String address) throws IOException {
        var answer = mvc.get().uri(address).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(".docx");
        return new XWPFDocument(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
    }

    private String text(String address) {
        var answer = mvc.get().uri(address).with(clerk).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(clerk).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}

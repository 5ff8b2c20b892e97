package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;

/** A clerk's work from the first key to what the register holds in the end, in a real browser. */
@JourneyTest
class JourneysInBrowserTests {
    private static final int MOST_TABS = 60;
    private static final double PATIENCE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    private Orgs.Tree tree;
    private String clerk;
    private Visit visit;

    @BeforeEach
    void aClerkOfTheEast(Page page) {
        tree = orgs.tree();
        clerk = signIn.account(Role.CLERK, tree.east()).username();
        visit = new Visit(page, port);
    }

    @AfterEach
    void allWentWell() {
        visit.wentWell();
    }

    @ParameterizedTest
    @EnumSource(
            value = Normalizer.Form.class,
            names = {"NFC", "NFD"})
    void withTheKeyboardAloneSomebodySignsInAndFindsAMember(Normalizer.Form form, Page page) {
        var member = people.add(tree.eastCell(), one -> one.named("Thạch Thị Ngọc Diễm"));
        people.add(tree.eastCell(), one -> one.named("Thạch Thị Ngọc Điệp"));
        visit.open("/");
        assertThat(page.getByLabel("Tên đăng nhập")).isFocused();
        page.keyboard().type(clerk);
        page.keyboard().press("Tab");
        page.keyboard().type(SignIn.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(heading(page)).containsText("Đảng bộ huyện Đông");

        tabTo(page, page.getByLabel("Tìm đảng viên"));
        page.keyboard().insertText(Normalizer.normalize("Ngọc Diễm", form));
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        tabTo(page, link(page, "Thạch Thị Ngọc Diễm"));
        page.keyboard().press("Enter");

        assertThat(heading(page)).hasText("Thạch Thị Ngọc Diễm");
        assertThat(page.url()).contains("/members/" + member + "?");
    }

    @Test
    void aWorkbookIsReadWrittenAndItsBrokenRowGivenBack(Page page) throws IOException {
        visit.signIn(clerk, SignIn.PASSWORD);
        link(page, "Nhập dữ liệu").click();
        page.getByLabel("Tệp (").setInputFiles(workbook(name(tree.eastCell())));
        page.getByLabel("Nội dung của tệp").selectOption("members");
        button(page, "Tải tệp lên").click();

        page.getByLabel("Ý nghĩa của cột G").selectOption("joined_on");
        button(page, "Đọc các dòng").click();
        assertThat(page.locator("#progress")).hasCount(0, patiently());
        assertThat(page.locator("tr", having("Không nhận")).locator("td")).hasText("1");
        assertThat(membersOf(tree.eastCell())).isEmpty();
        button(page, "Ghi 2 dòng vào sổ").click();
        assertThat(page.getByRole(AriaRole.STATUS))
                .hasText(
                        "Đã ghi xong: 2 dòng mới, 0 dòng sửa.",
                        new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        assertThat(membersOf(tree.eastCell())).containsExactlyInAnyOrder("Danh Thị Ngọc Trang", "Phan Văn Khỏe");

        var marked = page.waitForDownload(() ->
                link(page, "Tải về tệp của mình với các ô lỗi được đánh dấu").click());
        assertThat(marked.suggestedFilename()).endsWith(".xlsx");
        var reasons = lastCells(Files.readAllBytes(marked.path()));
        assertThat(reasons.get("Họ và tên đang dùng")).isEqualTo("Lý do không nhận");
        assertThat(reasons.get("Quách Văn Sai")).contains("Không có ngày này trong lịch");
        assertThat(reasons.get("Phan Văn Khỏe")).isEqualTo("02/09/1993");
    }

    @Test
    void somebodyIsAdmittedByHandAndRecognisedAYearLater(Page page) {
        visit.signIn(clerk, SignIn.PASSWORD);
        link(page, "Đảng viên").first().click();
        link(page, "Ghi kết nạp đảng viên").click();
        page.getByLabel("Tổ chức đảng").fill(name(tree.eastCell()));
        page.getByLabel("Họ và tên đang dùng").fill("Sơn Thị Sa Rây");
        page.locator("#sex").selectOption("FEMALE");
        page.locator("#born").fill("5/6/1996");
        page.locator("#ethnicity").selectOption("KHMER");
        page.locator("#religion").selectOption("BUDDHISM");
        page.locator("#joinedOn").fill("5/3/2021");
        decide(page, "17-QĐ/HU", "decidedOn", "1/3/2021");
        button(page, "Ghi vào sổ").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã ghi kết nạp đảng viên.");
        assertThat(page.locator(".summary")).containsText("Dự bị");

        page.getByText("Ghi biến động", new Page.GetByTextOptions().setExact(true))
                .click();
        link(page, "Công nhận chính thức").click();
        page.locator("#day").fill("5/3/2022");
        decide(page, "21-QĐ/HU", "decidedOn", "8/3/2022");
        button(page, "Ghi vào sổ").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã ghi biến động vào sổ.");
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY))
                .containsText("“Ban Thường vụ Huyện ủy” được hiểu là cấp ủy của Đảng bộ huyện");
        assertThat(page.locator(".summary")).containsText("Chính thức");
        assertThat(page.locator("tr", having("17-QĐ/HU"))).containsText("05/03/2021");
        assertThat(page.locator("tr", having("21-QĐ/HU"))).containsText("05/03/2022");

        assertThat(jdbc.sql("""
                                select s.status || ' ' || lower(s.valid) from membership.standing s
                                where s.organisation_id = :cell order by s.valid
                                """)
                        .param("cell", tree.eastCell().id())
                        .query(String.class)
                        .list())
                .containsExactly("PROBATIONARY 2021-03-05", "OFFICIAL 2022-03-05");
    }

    /** On a screen of 1366 pixels the tree stands left of the list; on a narrow one the list comes first. */
    /** What takes the place of another is told what to do in its turn. */
    @Test
    void oneOrderAfterAnotherComesInThePlaceOfTheList(Page page) {
        people.add(tree.eastCell(), one -> one.named("Kim Thị Thứ Tự"));
        visit.signIn(clerk, SignIn.PASSWORD);
        visit.open("/members");
        page.evaluate("() => { window.stillHere = true; }");
        for (var order : List.of("asc", "desc", "asc")) {
            page.locator("#results .sortable a[href*='sort=born']").first().click();
            page.waitForURL(address -> address.contains("sort=born," + order));
            assertThat(page.locator("#results")).containsText("Kim Thị Thứ Tự");
            assertThat(page.evaluate("() => window.stillHere === true")).isEqualTo(true);
        }
    }

    @Test
    void theTreeStandsLeftOfTheList(Page page) {
        visit.signIn(clerk, SignIn.PASSWORD);
        visit.open("/organisations?organisation=" + tree.eastBase());
        page.setViewportSize(1366, 768);
        var nodes = page.locator("#tree").boundingBox();
        var list = page.locator("main .content").boundingBox();
        assertThat(nodes.x + nodes.width).isLessThanOrEqualTo(list.x);
        assertThat(nodes.y).isLessThan(list.y + list.height);
        visit.open("/rulebook/permitted-pairs");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Tổ chức nào trực thuộc tổ chức nào, ngày 30/04/2022");
        visit.inspect("rulebook-permitted-pairs");
        visit.open("/organisations?organisation=" + tree.eastBase());
        page.setViewportSize(600, 768);
        assertThat(page.locator("#tree").boundingBox().y)
                .isGreaterThan(page.locator("main .content").boundingBox().y);
    }

    @Test
    void anOrganisationIsFoundedAndRenamedByDecisions(Page page) {
        visit.signIn(clerk, SignIn.PASSWORD);
        visit.open("/organisations/" + tree.eastBase());
        link(page, "Lập tổ chức trực thuộc").click();
        assertThat(page.getByLabel("Trực thuộc")).hasValue(Pattern.compile("Đảng bộ xã Đông"));
        page.getByLabel("Tên tổ chức đảng").fill("Chi bộ ấp Bờ Sông");
        page.locator("#type").selectOption("CB_TT");
        page.locator("#day").fill("1/2/2022");
        decide(page, "5-QĐ/HU", "issuedOn", "28/1/2022");
        button(page, "Lập tổ chức").click();
        assertThat(heading(page)).hasText("Chi bộ ấp Bờ Sông");

        link(page, "Đổi tên").click();
        page.getByLabel("Tên tổ chức đảng").fill("Chi bộ ấp Rạch Đôi");
        page.locator("#day").fill("1/4/2022");
        decide(page, "9-QĐ/HU", "issuedOn", "25/3/2022");
        button(page, "Đổi tên").click();
        assertThat(heading(page)).hasText("Chi bộ ấp Rạch Đôi");
        assertThat(page.locator("tr", having("5-QĐ/HU"))).containsText("Chi bộ ấp Bờ Sông");
        assertThat(page.locator("tr", having("9-QĐ/HU"))).containsText("Chi bộ ấp Rạch Đôi");

        var id = UUID.fromString(page.url().replaceAll(".*/", ""));
        assertThat(jdbc.sql("""
                                select lower(v.valid) || ' ' || v.name from organisation.organisation_version v
                                where v.organisation_id = :id and v.parent_id = :parent order by v.valid
                                """)
                        .param("id", id)
                        .param("parent", tree.eastBase().id())
                        .query(String.class)
                        .list())
                .containsExactly("2022-02-01 Chi bộ ấp Bờ Sông", "2022-04-01 Chi bộ ấp Rạch Đôi");
    }

    @Test
    void aCommitteeIsEnteredAfterItsCongressAndASecretaryLeaves(Page page) {
        var secretary = people.add(tree.eastCell(), one -> one.named("Thạch Sa Mết"));
        visit.signIn(clerk, SignIn.PASSWORD);
        link(page, "Tổ chức").first().click();
        link(page, "Cấp ủy").click();
        page.locator("tr", having(name(tree.eastCell())))
                .getByRole(AriaRole.LINK)
                .click();
        link(page, "Ghi nhiệm kỳ mới").click();
        page.locator("#label").fill("2020–2022");
        page.locator("#body").selectOption("SECRETARY_ALONE");
        page.locator("#from").fill("1/6/2020");
        page.locator("#lastDay").fill("30/11/2022");
        page.locator("#members").fill("1");
        decide(page, "7-QĐ/ĐU", "decidedOn", "5/6/2020");
        button(page, "Ghi vào sổ").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Đã ghi nhiệm kỳ mới.");

        link(page, "Ghi người giữ chức vụ").click();
        page.locator("#q").fill("thach sa met");
        page.locator("main form[role=search] button").click();
        page.getByLabel("Thạch Sa Mết").check();
        page.locator("#post").selectOption("SECRETARY");
        page.locator("#from").fill("1/6/2020");
        decide(page, "7-QĐ/ĐU", "decidedOn", "5/6/2020");
        button(page, "Ghi vào sổ").click();
        assertThat(page.locator("tr", having("Thạch Sa Mết"))).containsText("30/11/2022");

        visit.inspect("committee-with-a-secretary");
        link(page, "Ghi thôi giữ chức vụ: Thạch Sa Mết").click();
        page.locator("#lastDay").fill("31/3/2022");
        decide(page, "9-QĐ/ĐU", "decidedOn", "30/3/2022");
        button(page, "Ghi vào sổ").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Đã ghi thôi giữ chức vụ.");
        assertThat(page.locator("tr", having("Thạch Sa Mết"))).containsText("31/03/2022");
        link(page, "Cấp ủy").first().click();
        assertThat(page.locator("tr", having(name(tree.eastCell()))).first()).containsText("Khuyết chức vụ: Bí thư");
        visit.inspect("committees-with-a-vacancy");
        visit.open("/members/" + secretary + "/posts");
        assertThat(page.locator("tbody tr")).containsText("01/06/2020");
    }

    @Test
    void aListIsNarrowedSavedSharedAndReadInOnesOwnColumns(Page page) {
        people.add(
                tree.eastCell(), one -> one.named("Thạch Thị Sa Vươn").woman().of("KHMER", "BUDDHISM"));
        people.add(tree.eastCell(), one -> one.named("Kim Văn Sóc"));
        visit.signIn(clerk, SignIn.PASSWORD);
        visit.open("/members?sex=FEMALE&ethnicity=KHMER");
        page.getByText("Danh sách hay dùng").click();
        link(page, "Lưu danh sách này").click();
        page.getByLabel("Tên danh sách").fill("Đảng viên nữ dân tộc Khơ-me");
        page.locator("#sharedWith").selectOption(tree.east().toString());
        visit.inspect("members-list-being-saved");
        button(page, "Lưu").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã lưu danh sách.");
        link(page, "Đổi danh sách “Đảng viên nữ dân tộc Khơ-me”").click();
        visit.inspect("members-lists-some");
        link(page, "Đảng viên nữ dân tộc Khơ-me").click();
        assertThat(page.locator("tbody tr")).hasCount(1);

        page.getByText("Cột và độ giãn dòng").click();
        for (var column : List.of("AGE", "QUALIFICATION", "FILE_NUMBER")) {
            page.locator("input[name=column][value=" + column + "]").check();
        }
        page.locator("input[name=density][value=COMPACT]").check();
        visit.inspect("members-columns-being-chosen");
        button(page, "Dùng cho tôi").click();
        assertThat(page.locator("thead")).containsText("Số lý lịch");
        assertThat(page.locator("table.compact tbody tr")).hasCount(1);
        visit.inspect("members-columns-chosen");
    }

    private static void decide(Page page, String number, String dayField, String day) {
        page.getByLabel("Số quyết định").fill(number);
        page.locator("#" + dayField).fill(day);
        page.getByLabel("Cơ quan ban hành").fill("Ban Thường vụ Huyện ủy");
    }

    private static void tabTo(Page page, Locator wanted) {
        for (var tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        fail("not reached by the keyboard: " + wanted);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator link(Page page, String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private static Locator button(Page page, String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
    }

    private String name(OrganisationId organisation) {
        return jdbc.sql("select name from organisation.organisation_version where organisation_id = :id")
                .param("id", organisation.id())
                .query(String.class)
                .single();
    }

    private List<@Nullable String> membersOf(OrganisationId cell) {
        return jdbc.sql("""
                        select m.full_name from membership.standing s join member.member m on m.id = s.member_id
                        where s.organisation_id = :cell and upper_inf(s.valid)
                        """).param("cell", cell.id()).query(String.class).list();
    }

    /** Two members and, between them, one born on a day that never was; the heading of column G says nothing. */
    private static FilePayload workbook(String cell) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Excel", "16.0")) {
            var sheet = workbook.newWorksheet("Sheet1");
            sheet.value(0, 0, "DANH SÁCH ĐẢNG VIÊN");
            var lines = List.of(
                    "Họ và tên đang dùng|Giới tính|Sinh ngày|Dân tộc|Tôn giáo|Chi bộ|Cột thứ bảy|Ngày chính thức",
                    "Danh Thị Ngọc Trang|Nữ|14/04/1986|Khơ-me|Phật giáo|" + cell + "|19/05/2010|19/05/2011",
                    "Quách Văn Sai|Nam|31/02/1975|Kinh|Không|" + cell + "|03/02/1999|03/02/2000",
                    "Phan Văn Khỏe|Nam|06/10/1967|Kinh|Không|" + cell + "|02/09/1992|02/09/1993");
            for (var row = 0; row < lines.size(); row++) {
                var cells = lines.get(row).split("\\|", -1);
                for (var column = 0; column < cells.length; column++) {
                    sheet.value(row + 2, column, cells[column]);
                }
            }
        }
        return new FilePayload(
                "dang-vien.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes.toByteArray());
    }

    /** What stands in the last cell of each row, by its first cell. */
    private static Map<String, String> lastCells(byte[] workbook) throws IOException {
        var text = new DataFormatter();
        try (var read = WorkbookFactory.create(new ByteArrayInputStream(workbook))) {
            return StreamSupport.stream(read.getSheetAt(0).spliterator(), false)
                    .filter(row -> row.getLastCellNum() > 1)
                    .collect(Collectors.toMap(
                            row -> text.formatCellValue(row.getCell(0)),
                            row -> text.formatCellValue(row.getCell(row.getLastCellNum() - 1))));
        }
    }
}

package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.partyregister.access.Role;
import vn.partyregister.dossier.Scans;

/** A clerk brings a candidate from the nomination to an official member, in Vietnamese. */
@JourneyTest
@NullUnmarked
class AdmissionInBrowserTests {
    /** Every letter there is. */
    private static final String NAME =
            "Đđ Aàáảãạ Ăằắẳẵặ Âầấẩẫậ Eèéẻẽẹ Êềếểễệ Iìíỉĩị Oòóỏõọ Ôồốổỗộ Ơờớởỡợ Uùúủũụ Ưừứửữự Yỳýỷỹỵ";

    @LocalServerPort
    int port;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    private Page page;

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void next(String step, String day) {
        link("Bước tiếp: " + step).click();
        page.locator("#day").fill(day);
    }

    private void record() {
        press("Ghi");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi");
    }

    private void document(String number) {
        page.locator("#number").fill(number);
    }

    private void vote(String all, String present, String inFavour, String against) {
        page.locator("#entitled").fill(all);
        page.locator("#present").fill(present);
        page.locator("#inFavour").fill(inFavour);
        page.locator("#against").fill(against);
    }

    private Locator form(String code) {
        return page.locator("#forms tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.ROWHEADER,
                                new Page.GetByRoleOptions().setName(code).setExact(true))));
    }

    /** What the PDF behind a link of the dossier says. */
    private String printed(String code) {
        var printed = page.request()
                .get("http://localhost:%d%s"
                        .formatted(port, link("In mẫu " + code + ", PDF").getAttribute("href")));
        assertThat(printed).isOK();
        return PrintedPages.of(printed.body()).words();
    }

    /** The ceremony of all who wait for one, from the board. */
    private void ceremonyOfAll(Visit visit) {
        visit.open("/admissions/board");
        link("Ghi lễ kết nạp").click();
        assertThat(page.getByLabel(NAME)).isChecked();
        page.locator("#day").fill("3/2/2021");
        press("Ghi");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi 1 hồ sơ.");
    }

    @Test
    void aCandidateBecomesAnOfficialMember(Page opened) {
        page = opened;
        var tree = orgs.tree();
        people.add(tree.eastCell(), person -> person.named("Sơn Văn Giúp"));
        people.add(tree.eastCell(), person -> person.named("Sơn Thị Giới"));
        people.add(tree.eastCell(), person -> person.named("Sơn Văn Thiệu"));
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        visit.open("/admissions");
        visit.inspect("admissions-none");
        link("Mở hồ sơ kết nạp").click();
        nominate(orgs.name(tree.eastCell()));
        visit.inspect("admission-new-filled");
        press("Mở hồ sơ kết nạp");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã mở hồ sơ kết nạp.");
        var opening = page.url().replaceAll(".*(?=/admissions/)", "");
        visit.open("/admissions/new");
        nominate(orgs.name(tree.eastCell()));
        press("Mở hồ sơ kết nạp");
        assertThat(page.locator(".alert-warning")).containsText("Đã có hồ sơ kết nạp đang làm");
        visit.inspect("admission-look-alike");
        visit.open(opening);
        link("Sửa thông tin người xin vào Đảng").click();
        page.locator("#residence").fill("ấp Ô Tưng, xã Phong Thạnh");
        page.locator("#reason").fill("bổ sung nơi cư trú");
        visit.inspect("admission-candidate");
        press("Ghi");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã sửa thông tin người xin vào Đảng.");
        assertThat(page.locator("main")).containsText("bổ sung nơi cư trú");
        visit.inspect("admission-corrected");

        next("Ghi nghị quyết đưa vào danh sách quần chúng ưu tú", "10/1/2020");
        document("1-NQ/CB");
        record();
        next("Ghi giấy chứng nhận lớp nhận thức về Đảng", "3/2/2020");
        document("7-GCN");
        page.locator("#documentDay").fill("1/12/2019");
        record();
        next("Phân công đảng viên giúp đỡ", "5/2/2020");
        page.locator("#firstMember").fill("Sơn Văn Giúp");
        visit.inspect("admission-helper");
        record();
        next("Ghi đơn xin vào Đảng", "1/7/2020");
        record();
        next("Ghi lý lịch người xin vào Đảng", "8/7/2020");
        record();
        link("Thêm người phải thẩm tra").click();
        page.getByLabel("Quan hệ").selectOption("CANDIDATE");
        page.getByLabel("Họ và tên").first().fill(NAME);
        page.getByLabel("Nơi thẩm tra").fill("Đảng ủy xã");
        page.locator("#sentOn").fill("10/7/2020");
        page.locator("#returnedOn").fill("20/7/2020");
        page.getByLabel("Kết quả").selectOption("CONFIRMED");
        visit.inspect("admission-relative");
        press("Ghi");
        var verified = page.url();
        page.locator("a[href*='/relatives/']:not([href$=new])").first().click();
        visit.inspect("admission-relative-changed");
        page.navigate(verified);
        next("Ghi kết luận thẩm tra lý lịch", "1/9/2020");
        record();
        next("Ghi giới thiệu và ý kiến", "15/9/2020");
        page.locator("#firstMember").fill("Sơn Thị Giới");
        page.locator("#secondMember").fill("Sơn Văn Thiệu");
        record();
        assertThat(form("3A-KNĐ")).containsText("Đã có 15/09/2020");
        assertThat(form("5B-KNĐ")).containsText("Còn thiếu");
        assertThat(form("4-KNĐ")).containsText("Không cần");
        link("Đính kèm bản quét mẫu 5B-KNĐ").click();
        visit.inspect("admission-scan");
        page.locator("#file").setInputFiles(new FilePayload("y-kien.pdf", "application/pdf", Scans.pdf(1)));
        press("Cất vào hồ sơ");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã cất bản quét");
        assertThat(form("5B-KNĐ")).containsText("Đã có");
        link("Rút bản quét mẫu 5B-KNĐ").click();
        visit.inspect("admission-scan-back");
        link("Thôi").click();
        assertThat(form("9-KNĐ")).containsText("Chưa đến hạn");
        Assertions.assertThat(printed("6-KNĐ")).contains(NAME, "Sơn Thị Giới, Sơn Văn Thiệu");
        next("Ghi nghị quyết của chi bộ", "1/10/2020");
        document("9-NQ/CB");
        vote("3", "4", "2", "1");
        press("Ghi");
        assertThat(page.locator("#present-wrong")).containsText("Số phiếu không khớp");
        vote("3", "3", "2", "1");
        visit.inspect("admission-vote");
        record();
        visit.inspect("admission-voted");
        var here = page.url().replaceAll(".*(?=/admissions/)", "");
        visit.open("/admissions/board");
        visit.inspect("admissions-board-with-a-case");
        visit.open(here);
        next("Ghi nghị quyết của đảng ủy cơ sở", "15/10/2020");
        document("31-NQ/ĐU");
        vote("9", "8", "8", "0");
        record();
        next("Ghi quyết định kết nạp", "4/1/2021");
        document("105-QĐ/HU");
        page.locator("#issuer").fill(orgs.name(tree.east()));
        page.locator("#receivedOn").fill("6/1/2021");
        visit.inspect("admission-decision");
        record();
        visit.inspect("admission-decided");
        assertThat(form("9-KNĐ")).containsText("Đã có 105-QĐ/HU");
        Assertions.assertThat(printed("9-KNĐ"))
                .contains("QUYẾT ĐỊNH", "Số 105-QĐ/HU", "ngày 4 tháng 1 năm 2021", "Kết nạp quần chúng " + NAME);
        ceremonyOfAll(visit);
        visit.open(here);
        next("Phân công người giúp đỡ, ghi lý lịch đảng viên", "10/2/2021");
        page.locator("#firstMember").fill("Sơn Văn Giúp");
        record();
        next("Ghi bản tự kiểm điểm và nhận xét", "3/2/2022");
        record();
        next("Ghi nghị quyết đề nghị công nhận chính thức", "10/2/2022");
        document("4-NQ/CB");
        vote("3", "3", "3", "0");
        record();
        next("Ghi quyết định công nhận chính thức", "1/3/2022");
        document("206-QĐ/HU");
        page.locator("#issuer").fill(orgs.name(tree.east()));
        record();
        assertThat(page.locator(".summary")).containsText("Đảng viên chính thức");
        visit.inspect("admission-official");
        Assertions.assertThat(printed("16-KNĐ")).contains("Công nhận đồng chí " + NAME, "kể từ ngày 03/02/2022");
        link("Mở hồ sơ đảng viên").click();
        assertThat(page.locator("main")).containsText("03/02/2022");

        visit.open("/admissions?view=ALL");
        visit.inspect("admissions-listed");
        visit.open("/admissions/board");
        visit.inspect("admissions-board-of-a-district");
    }

    private void nominate(String cell) {
        page.locator("#organisation").fill(cell);
        page.locator("#day").fill("4/1/2020");
        page.getByLabel("Họ và tên").first().fill(NAME);
        page.getByLabel("Giới tính").selectOption("FEMALE");
        page.locator("#born").fill("15/03/1990");
        page.getByLabel("Đối tượng").selectOption("FARMER");
        page.getByLabel("Đoàn thể").selectOption("NEITHER");
        page.locator("#generalEducation").selectOption("UPPER_SECONDARY");
        page.getByLabel("Giấy tờ về học vấn").selectOption("DIPLOMA");
    }
}

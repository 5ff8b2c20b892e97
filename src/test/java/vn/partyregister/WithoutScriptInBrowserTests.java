package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.access.Role;

/** A clerk's day in a browser that runs no script: on an old machine, or behind a proxy that strips them. */
@JourneyTest
class WithoutScriptInBrowserTests {
    private static final int MORE_THAN_A_PAGE = 53;
    private static final int LOOKS = 600;

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
    private Page page;
    private Visit visit;

    @BeforeEach
    void aClerkWhoseBrowserRunsNothing(Browser browser) {
        tree = orgs.tree();
        page = browser.newContext(DebianChromium.window().setJavaScriptEnabled(false))
                .newPage();
        visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
    }

    @AfterEach
    void allWentWell() {
        visit.wentWell();
        visit.close();
    }

    @Test
    void membersAreFoundFilteredOrderedAndTurnedOver() {
        for (var number = 1; number <= MORE_THAN_A_PAGE; number++) {
            var name = "Lý Không Kịch %02d".formatted(number);
            people.add(tree.eastCell(), one -> one.named(name));
        }
        people.add(tree.eastCell(), one -> one.named("Lý Thị Bản").woman());
        assertThat(page.locator("h1")).hasText(orgs.name(tree.east()));
        assertThat(page.locator("#ages-figures")).isVisible();
        page.getByLabel("Tìm đảng viên").fill("ly thi ban");
        page.getByLabel("Tìm đảng viên").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);

        visit.open("/members");
        page.locator("#results .sortable a").first().click();
        assertThat(page).hasURL(Pattern.compile("sort=name"));
        page.locator(".pager a[rel=next]").first().click();
        assertThat(page.locator("tbody tr")).hasCount(MORE_THAN_A_PAGE + 1 - 50);
        assertThat(page.locator(".pager .total").first()).containsText("51–54 trong 54");
    }

    @Test
    void aFilterIsChosenByHand() {
        people.add(tree.eastCell(), one -> one.named("Lâm Thị Lọc").woman());
        people.add(tree.eastCell(), one -> one.named("Lâm Văn Lọc"));
        visit.open("/members");
        page.getByText("Thêm điều kiện lọc").click();
        page.locator("#filter-sex").selectOption("FEMALE");
        page.locator(".filters details button").click();
        assertThat(page.locator("#results tbody tr")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("sex=FEMALE"));
        page.locator(".chips a").last().click();
        assertThat(page.locator("#results tbody tr")).hasCount(2);
    }

    @Test
    void aFileIsReadAndWrittenBehindALinkThatLooksAgain() {
        var rows = """
                Họ và tên đang dùng;Giới tính;Sinh ngày;Dân tộc;Tôn giáo;Chi bộ;Ngày vào Đảng;Ngày chính thức
                Danh Không Kịch Bản;Nam;14/04/1986;Khơ-me;Phật giáo;%1$s;19/05/2010;19/05/2011
                Phan Không Kịch Bản;Nam;06/10/1967;Kinh;Không;%1$s;02/09/1992;02/09/1993
                """.formatted(orgs.name(tree.eastCell()));
        visit.open("/imports");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("khong-kich-ban.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        page.locator("#kind").selectOption("members");
        page.locator("form.import-form button").click();
        page.locator("form[action$='/reading'] button").click();
        lookAgainUntilThere(page.locator("form[action$='/writing'] button"));
        page.locator("form[action$='/writing'] button").click();
        lookAgainUntilThere(page.getByText("Đã ghi xong: 2 dòng mới, 0 dòng sửa."));
        assertThat(membersOfTheCell()).containsExactlyInAnyOrder("Danh Không Kịch Bản", "Phan Không Kịch Bản");
    }

    @Test
    void somebodyIsAdmittedIntoAnOrganisationThatIsTyped() {
        visit.open("/members/admission");
        page.getByLabel("Tổ chức đảng").fill(orgs.name(tree.eastCell()));
        page.getByLabel("Họ và tên đang dùng").fill("Sơn Không Kịch Bản");
        page.locator("#sex").selectOption("FEMALE");
        page.locator("#born").fill("5/6/1996");
        page.locator("#ethnicity").selectOption("KHMER");
        page.locator("#religion").selectOption("BUDDHISM");
        page.locator("#joinedOn").fill("5/3/2021");
        page.getByLabel("Số quyết định").fill("44-QĐ/HU");
        page.locator("#decidedOn").fill("1/3/2021");
        page.getByLabel("Cơ quan ban hành").fill("Ban Thường vụ Huyện ủy");
        press("Ghi vào sổ");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã ghi kết nạp đảng viên.");
        assertThat(membersOfTheCell()).containsExactly("Sơn Không Kịch Bản");
    }

    @Test
    void threeAreTickedAndExempted() {
        for (var name : List.of("Kim Không Một", "Kim Không Hai", "Kim Không Ba", "Kim Không Bốn")) {
            people.add(tree.eastCell(), one -> one.named(name));
        }
        visit.open("/members");
        for (var name : List.of("Kim Không Một", "Kim Không Hai", "Kim Không Ba")) {
            page.getByLabel("Đánh dấu " + name, new Page.GetByLabelOptions().setExact(true))
                    .check();
        }
        page.locator("#act").selectOption("exemption");
        press("Cho người đã đánh dấu");
        assertThat(page.locator("main")).containsText("Đã chọn 3 người.");
        page.locator("#ground").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("#from").fill("01/04/2022");
        page.locator("#number").fill("13-QĐ/ĐU");
        page.locator("#decidedOn").fill("28/03/2022");
        page.locator("#issuer").fill("Đảng ủy xã Đông");
        press("Xem trước");
        press("Ghi cho 3 người");
        lookAgainUntilThere(page.getByText("Đã ghi cho 3 người"));
        assertThat(jdbc.sql("""
                                select count(*) from membership.exemption e join membership.standing s using (member_id)
                                where s.organisation_id = :cell
                                """)
                        .param("cell", tree.eastCell().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    /** A job shows how far it is; without a script one asks again by its link. */
    private void lookAgainUntilThere(Locator wanted) {
        for (var look = 0; look < LOOKS && wanted.count() == 0; look++) {
            var again = page.getByText("Xem tiến độ mới nhất");
            if (again.count() > 0) {
                again.first().click();
            } else {
                page.reload();
            }
        }
        assertThat(wanted.first()).isVisible();
    }

    /** By the key: without a script the browser does not scroll to where a pointer should be. */
    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    private List<String> membersOfTheCell() {
        return jdbc.sql("""
                        select m.full_name from membership.standing s join member.member m on m.id = s.member_id
                        where s.organisation_id = :cell and upper_inf(s.valid)
                        """)
                .param("cell", tree.eastCell().id())
                .query((rows, _) -> rows.getString(1))
                .list();
    }
}

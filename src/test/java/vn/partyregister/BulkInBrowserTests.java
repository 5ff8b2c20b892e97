package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.access.Role;

/** A clerk exempts three people at once with the keyboard alone, sees the result, and takes it back. */
@JourneyTest
class BulkInBrowserTests {
    private static final int MOST_TABS = 90;
    private static final double PATIENCE = 30_000;

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

    @Test
    void threeAreTickedExemptedAndTakenBackWithTheKeyboard(Page page) {
        var tree = orgs.tree();
        for (var name : new String[] {"Kim Sa Một", "Kim Sa Hai", "Kim Sa Ba", "Kim Sa Bốn"}) {
            people.add(tree.eastCell(), person -> person.named(name));
        }
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        visit.open("/members");
        page.locator("[data-ticks]").check();
        assertThat(page.locator("tbody input:checked")).hasCount(4);
        var last = page.getByLabel("Đánh dấu Kim Sa Một");
        tabTo(page, last);
        page.keyboard().press("Space");
        assertThat(page.locator("tbody input:checked")).hasCount(3);
        assertThat(page.locator("[data-ticks]")).not().isChecked();
        visit.inspect("members-ticked");
        page.locator("#act").selectOption("exemption");
        press(page, "Cho người đã đánh dấu");

        assertThat(page.locator("main")).containsText("Đã chọn 3 người.");
        tabTo(page, page.locator("#ground"));
        page.keyboard().press("ArrowDown");
        type(page, "#from", "01/04/2022");
        type(page, "#number", "12-QĐ/ĐU");
        type(page, "#decidedOn", "28/03/2022");
        type(page, "#issuer", "Đảng ủy xã Đông");
        visit.inspect("bulk-exemption");
        press(page, "Xem trước");
        assertThat(page.locator("main")).containsText("Sẽ ghi cho 3 người; 0 người bị bỏ lại.");
        visit.inspect("bulk-preview");
        press(page, "Ghi cho 3 người");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("Đã ghi cho 3 người", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(exempt(tree)).isEqualTo(3);
        visit.inspect(page.url().replaceAll(".*(?=/members/)", ""), "bulk-result");

        press(page, "Hoàn tác việc này");
        press(page, "Hoàn tác cho 3 người");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText(
                        "Đã hoàn tác cho 3 người", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(exempt(tree)).isZero();
        visit.inspect("/members/bulk", "bulk-works");
        visit.wentWell();
    }

    @Test
    void allInTheListAreStruckOffByOneDecisionAndWhoCannotIsNamed(Page page) {
        var tree = orgs.tree();
        people.add(tree.eastCell(), person -> person.named("Sơn Một"));
        people.add(tree.otherEastCell(), person -> person.named("Sơn Hai"));
        people.add(
                tree.eastCell(),
                person -> person.named("Sơn Vào Sau").joined(java.time.LocalDate.of(2022, 4, 20), null));
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        visit.open("/members");
        page.locator("#act").selectOption("movement");
        press(page, "Cho tất cả 3 người trong danh sách");
        assertThat(page.locator("main")).containsText("Đã chọn 3 người.");
        visit.inspect("bulk-movement-choice");
        page.locator("#kind").selectOption("STRUCK_OFF");
        press(page, "Chọn biến động này");
        assertThat(page.getByLabel("Ngày xóa tên")).isVisible();
        type(page, "#day", "15/04/2022");
        page.locator("#ground").selectOption("NO_DUES");
        type(page, "#number", "15-QĐ/HU");
        type(page, "#decidedOn", "10/04/2022");
        assertThat(page.locator("#issuer")).hasValue(orgs.name(tree.east()));
        visit.inspect("bulk-movement");
        press(page, "Xem trước");
        assertThat(page.locator("main")).containsText("Sẽ ghi cho 2 người; 1 người bị bỏ lại.");
        visit.inspect("bulk-movement-preview");
        press(page, "Ghi cho 2 người, không có 1 người bị bỏ lại");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("Đã ghi cho 2 người", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        visit.inspect("/members/bulk", "bulk-works-of-movements");
        visit.wentWell();
    }

    @Test
    void aMemberIsIntroducedWhereTheyLiveAndFollowedInTheList(Page page) {
        var tree = orgs.tree();
        var member = people.add(tree.eastCell(), person -> person.named("Kim Giữ Liên Hệ"));
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        visit.open("/members/" + member + "/residence/introduction");
        type(page, "#from", "01/03/2021");
        type(page, "#organisation", orgs.name(tree.westCell()));
        type(page, "#responsible", "Trần Văn Phụ Trách");
        type(page, "#number", "5-GGT/ĐU");
        type(page, "#decidedOn", "25/02/2021");
        type(page, "#issuer", orgs.name(tree.eastBase()));
        press(page, "Ghi vào sổ");
        visit.open("/members/" + member + "/residence/comment");
        type(page, "#text", "Gương mẫu, tham gia đầy đủ các cuộc vận động ở ấp.");
        type(page, "#commentedOn", "15/11/2021");
        type(page, "#signedBy", "Bí thư chi bộ");
        press(page, "Ghi vào sổ");
        assertThat(page.locator("main")).containsText("Gương mẫu");
        visit.inspect("residence");
        visit.inspect("/residence-links", "residence-links");
        visit.wentWell();
    }

    @Test
    void oneItemIsRecordedForAllInTheList(Page page) {
        var tree = orgs.tree();
        people.add(tree.eastCell(), person -> person.named("Danh Một").educated(null, "UNIVERSITY", null));
        people.add(tree.eastCell(), person -> person.named("Danh Hai").educated(null, "MASTER", null));
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        visit.open("/members?q=danh");
        page.locator("#act").selectOption("item");
        press(page, "Cho tất cả 2 người trong danh sách");
        assertThat(page.locator("main")).containsText("Đã chọn 2 người.");
        visit.inspect("bulk-item-choice");
        page.locator("#item").selectOption("qualification");
        press(page, "Chọn mục này");
        assertThat(page.getByLabel("Giá trị mới của “Chuyên môn, nghiệp vụ”")).isVisible();
        page.locator("#value").selectOption("MASTER");
        visit.inspect("bulk-item");
        press(page, "Xem trước");
        assertThat(page.locator("main")).containsText("Đã có đúng giá trị này.");
        visit.inspect("bulk-item-preview");
        press(page, "Ghi cho 1 người, không có 1 người bị bỏ lại");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("Đã ghi cho 1 người", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        visit.wentWell();
    }

    private int exempt(Orgs.Tree tree) {
        return jdbc.sql("""
                        select count(*) from membership.exemption e join membership.standing s using (member_id)
                        where s.organisation_id = :cell
                        """)
                .param("cell", tree.eastCell().id())
                .query(Integer.class)
                .single();
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, page.locator(field));
        page.keyboard().insertText(text);
    }

    private static void press(Page page, String button) {
        tabTo(
                page,
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true)));
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, Locator wanted) {
        for (var tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        fail("not reached by the keyboard: " + wanted);
    }
}

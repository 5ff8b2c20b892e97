package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;

/** A clerk keeps the paper files of a commune: lends one, seals and hands over another, counts them all. */
@JourneyTest
class PaperFilesInBrowserTests {
    @LocalServerPort
    int port;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    private Orgs.Tree tree;
    private Visit visit;

    @BeforeEach
    void aClerkOfTheEast(Page page) {
        tree = orgs.tree();
        visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
    }

    @Test
    void filesArePlacedLentSealedHandedOverAndCounted(Page page) {
        var lent = placed(page, "Thạch Thị Cho Mượn");
        var sealed = placed(page, "Kim Văn Niêm Phong");
        people.add(tree.otherEastCell(), person -> person.named("Sơn Thị Chưa Ghi Chỗ"));

        visit.open("/members/" + lent + "/paper-file/loan");
        type(page, "borrower", "Lê Thị Bình, Ủy ban Kiểm tra Huyện ủy");
        type(page, "reason", "Đối chiếu lý lịch");
        type(page, "day", "01/04/2022");
        type(page, "dueOn", "29/04/2022");
        press(page, "Ghi");
        assertThat(page.locator("main")).containsText("Quá hạn");
        visit.inspect("paper-file-lent");
        visit.open("/members/" + sealed + "/paper-file/seal");
        type(page, "day", "15/04/2022");
        type(page, "remark", "Chuyển sinh hoạt về Đảng bộ phường 7");
        press(page, "Ghi");
        visit.inspect("paper-file-sealed");

        visit.inspect("/paper-files", "paper-files-some");
        page.getByLabel("Chọn Thạch Thị Cho Mượn").check();
        page.getByLabel("Chọn Kim Văn Niêm Phong").check();
        press(page, "Bàn giao hồ sơ đã chọn");
        type(page, "organisation", orgs.name(tree.eastBase()));
        type(page, "receiver", "Đảng bộ phường 7, thành phố Trà Vinh");
        type(page, "number", "05-BB/ĐU");
        type(page, "day", "20/04/2022");
        type(page, "handedBy", "Trần Văn Giao");
        visit.inspect("paper-files-chosen");
        press(page, "Lập biên bản");
        assertThat(page.locator("main")).containsText("BIÊN BẢN");
        visit.inspect("paper-file-record");

        visit.open("/paper-files/counts");
        type(page, "organisation", orgs.name(tree.eastBase()));
        type(page, "day", "31/03/2022");
        press(page, "Bắt đầu kiểm kê");
        page.locator("input[value=MISSING]").first().check();
        press(page, "Ghi");
        type(page, "cover", "Phạm Văn Thừa");
        type(page, "remark", "Ở ngăn dưới tủ 2");
        press(page, "Thêm hồ sơ thừa");
        assertThat(page.locator("#surplus")).containsText("Phạm Văn Thừa");
        visit.inspect("paper-files-being-counted");
        page.locator("form[action$=remainder] button").click();
        press(page, "Chốt kiểm kê");
        assertThat(page.locator("main")).containsText("Không khớp với danh sách");
        visit.inspect("paper-files-counted");
        visit.inspect("/paper-files/counts", "paper-files-counts");
        visit.wentWell();
    }

    private MemberId placed(Page page, String name) {
        var member = people.add(tree.eastCell(), person -> person.named(name));
        visit.open("/members/" + member + "/paper-file/placing");
        type(page, "organisation", orgs.name(tree.eastBase()));
        type(page, "place", "Tủ 1, ngăn 2");
        type(page, "day", "01/03/2022");
        press(page, "Ghi");
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
        return member;
    }

    private static void type(Page page, String field, String text) {
        page.locator("#" + field).fill(text);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

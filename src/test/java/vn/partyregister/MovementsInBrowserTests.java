package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.partyregister.access.Role;

/** What a clerk records most, in a real browser: each in at most five clicks after the search. */
@JourneyTest
class MovementsInBrowserTests {
    private static final int MOST_CLICKS = 5;

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
    private int clicks;

    @BeforeEach
    void aClerkOfTheEast(Page page) {
        tree = orgs.tree();
        visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        clicks = 0;
    }

    @AfterEach
    void allWentWell() {
        visit.wentWell();
    }

    private void click(Locator what) {
        what.click();
        clicks++;
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void find(Page page, String name) {
        page.locator("#find").fill(name);
        page.locator("#find").press("Enter");
        clicks = 0;
        click(link(page, name));
    }

    private void choose(Page page, String act) {
        click(page.getByText("Ghi biến động", new Page.GetByTextOptions().setExact(true)));
        click(link(page, act));
    }

    private void decide(Page page, String number) {
        page.getByLabel("Số quyết định").fill(number);
        page.getByLabel("Ngày ra quyết định").fill("1/3/2022");
    }

    private void record(Page page) {
        click(button(page, "Ghi vào sổ"));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã ghi biến động vào sổ.");
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    @ParameterizedTest
    @CsvSource({
        "Xóa tên, Ngày xóa tên, Không đóng đảng phí 3 tháng trong năm không có lý do chính đáng",
        "Cho ra khỏi Đảng, Ngày ra khỏi Đảng, Tự nguyện xin ra khỏi Đảng",
        "Khai trừ, Ngày khai trừ, Kỷ luật khai trừ vì vi phạm",
        "Hủy quyết định kết nạp, Ngày hủy quyết định kết nạp, 'Kết nạp không đủ tiêu chuẩn, điều kiện'"
    })
    void whoLeavesIsRecordedFromTheirFile(String act, String day, String ground, Page page) {
        people.add(tree.eastCell(), person -> person.named("Thạch Ra Khỏi"));
        find(page, "Thạch Ra Khỏi");
        choose(page, act);
        page.getByLabel(day).fill("5/3/2022");
        page.getByLabel("Lý do").selectOption(new SelectOption().setLabel(ground));
        decide(page, "21-QĐ/HU");
        record(page);
        assertThat(page.getByText("Không còn trong danh sách")).isVisible();
    }

    @Test
    void aDeathIsRecordedWithoutADecision(Page page) {
        people.add(tree.eastCell(), person -> person.named("Kim Đã Mất"));
        find(page, "Kim Đã Mất");
        choose(page, "Từ trần");
        page.getByLabel("Ngày từ trần").fill("5/3/2022");
        page.getByLabel("Lý do").selectOption("ILLNESS");
        record(page);
    }

    @Test
    void aMemberMovesToAnotherCellAndTheJournalShowsFromWhereToWhere(Page page) {
        people.add(tree.eastCell(), person -> person.named("Sơn Chuyển Đi"));
        find(page, "Sơn Chuyển Đi");
        choose(page, "Chuyển sinh hoạt chính thức");
        page.getByLabel("Ngày chuyển").fill("5/3/2022");
        page.getByLabel("Chuyển đến chi bộ").fill(orgs.name(tree.otherEastCell()));
        page.getByLabel("Lý do").selectOption("WORK");
        decide(page, "22-QĐ/HU");
        record(page);
        visit.inspect("member-journal");
    }

    @Test
    void aProbationerBecomesOfficial(Page page) {
        people.add(tree.eastCell(), person -> person.named("Lý Dự Bị").joined(LocalDate.of(2021, 3, 1), null));
        find(page, "Lý Dự Bị");
        choose(page, "Công nhận chính thức");
        assertThat(page.getByLabel("Ngày chính thức")).hasValue("01/03/2022");
        decide(page, "23-QĐ/HU");
        record(page);
    }

    @Test
    void whoMovesOutComesBackIn(Page page) {
        people.add(tree.eastCell(), person -> person.named("Trần Đi Về"));
        find(page, "Trần Đi Về");
        choose(page, "Chuyển đi");
        page.getByLabel("Ngày chuyển đi").fill("5/3/2022");
        page.getByLabel("Đến tổ chức đảng (ngoài đảng bộ này)").fill("Đảng bộ phường bạn");
        page.getByLabel("Lý do").selectOption("WORK");
        decide(page, "24-GGT/HU");
        record(page);
        clicks = 1;
        choose(page, "Chuyển đến");
        page.getByLabel("Ngày chuyển đến").fill("5/4/2022");
        page.getByLabel("Chuyển đến chi bộ").fill(orgs.name(tree.eastCell()));
        page.getByLabel("Từ tổ chức đảng (ngoài đảng bộ này)").fill("Đảng bộ phường bạn");
        decide(page, "25-GGT/HU");
        record(page);
    }

    @Test
    void aWrongEntryIsReversedAndRecordedRight(Page page) {
        var member = people.add(tree.eastCell(), person -> person.named("Đỗ Ghi Nhầm"));
        people.died(member, tree.eastCell(), LocalDate.of(2022, 3, 5));
        visit.open("/members/" + member);
        click(link(page, "Hủy bản ghi"));
        page.getByLabel("Lý do hủy").fill("Nhầm ngày");
        visit.inspect("member-reversal");
        click(button(page, "Hủy và ghi lại cho đúng"));
        page.getByLabel("Ngày từ trần").fill("6/3/2022");
        page.getByLabel("Lý do").selectOption("ILLNESS");
        record(page);
        assertThat(page.getByText("Nhầm ngày")).isVisible();
        assertThat(page.getByText("Đã ghi lại: ngày 06/03/2022.")).isVisible();
        visit.inspect("member-journal-reversed");
    }

    @Test
    void whoLivesTheirPartyLifeElsewhereForATimeIsInTheListOfTheHost(Page page) {
        var member = people.add(tree.eastCell(), person -> person.named("Trần Thị Đi Học"));
        visit.open("/members/" + member + "/facts/new/TEMPORARY_OUT");
        page.locator("#from").fill("1/3/2022");
        page.locator("#to").fill("31/8/2022");
        page.locator("#organisation").fill(orgs.name(tree.otherEastCell()));
        decide(page, "26-GGT/HU");
        page.locator(".acts button").click();
        visit.inspect("member-temporarily-out");
        visit.inspect("/temporary-members", "temporary-members-some");
        assertThat(page.locator("tbody tr")).containsText("26-GGT/HU");
    }
}

package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.partyregister.access.Role;

/** From the candidates of a day of award to the badge in the file, and a technical check, in a real browser. */
@JourneyTest
class RecognitionInBrowserTests {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

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
        people.add(
                tree.eastCell(),
                person ->
                        person.named("Thạch Ba Mươi Năm").joined(LocalDate.of(1992, 5, 19), LocalDate.of(1993, 5, 19)));
        people.add(
                tree.otherEastCell(),
                person -> person.named("Kim Hôm Sau").joined(LocalDate.of(1992, 5, 20), LocalDate.of(1993, 5, 20)));
        visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
    }

    @AfterEach
    void allWentWell() {
        visit.wentWell();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void follow(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    @Test
    void aBadgeGoesFromTheCandidatesIntoTheFile(Page page) {
        visit.open("/recognition");
        assertThat(page.getByText("Tròn 30 năm ngày 19/05/2022: đủ trong đợt này"))
                .isVisible();
        assertThat(page.getByText("Đến ngày 20/05/2022 mới tròn 30 năm: đợt sau"))
                .isVisible();
        visit.inspect("recognition-candidates");
        follow(page, "Lập danh sách đề nghị");
        page.locator("#organisation").fill(orgs.name(tree.east()));
        press(page, "Lập danh sách");
        press(page, "Đưa vào tất cả người đủ trong đợt này");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã đưa thêm 1 người vào danh sách.");
        visit.inspect("recognition-batch");
        var batch = page.url();
        visit.inspect(RarePagesInBrowserTests.linked(page, "/removal"), "recognition-removal");
        page.navigate(batch);
        page.getByLabel("Số tờ trình").fill("12-TTr/HU");
        page.getByLabel("Ngày trình").fill("29/4/2022");
        press(page, "Trình danh sách");
        follow(page, "Ghi quyết định tặng");
        page.getByLabel("Số quyết định").fill("31-QĐ/HU");
        page.getByLabel("Ngày ra quyết định").fill("30/4/2022");
        visit.inspect("recognition-decision");
        press(page, "Ghi");
        assertThat(page.getByText("Đã có quyết định")).isVisible();
        follow(page, "Thạch Ba Mươi Năm");
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasText("30 năm");
        visit.inspect("recognition-badge-held");
        follow(page, "Tuổi Đảng");
        assertThat(page.getByText("Cách tính từng bước")).isVisible();
        visit.inspect("party-age");
    }

    @Test
    void theCardsOfAnOrganisationAreSeenAndTheMissingAreLeft(Page page) {
        visit.open("/recognition/checks");
        page.locator("#organisation").fill(orgs.name(tree.east()));
        page.getByLabel("Tên đợt kiểm tra").fill("Kiểm tra kỹ thuật lần thứ 4");
        press(page, "Mở đợt kiểm tra");
        follow(page, orgs.name(tree.eastBase()));
        press(page, "Thẻ còn lại của " + orgs.name(tree.eastCell()) + " đều đạt");
        assertThat(page.getByText("đã kiểm tra (50,00 %)")).isVisible();
        visit.inspect("recognition-check");
        page.locator("a[href$='?state=MISSING']").first().click();
        assertThat(page.getByText("Kim Hôm Sau")).isVisible();
        press(page, "Kết thúc đợt kiểm tra (còn 1 thẻ chưa kiểm tra)");
        assertThat(page.getByText("Đã kết thúc")).isVisible();
    }

    @Test
    void cardsAreGivenToManyOutOfTheStockAndTakenBack(Page page) {
        var series = "B" + Long.toString(System.nanoTime() % 100_000_000, 36) + "-";
        visit.open("/recognition/stock");
        page.locator("#organisation").fill(orgs.name(tree.east()));
        page.locator("#kind").selectOption("CARD");
        page.locator("#first").fill(series + "001");
        page.locator("#last").fill(series + "001");
        page.locator("#paper").fill("PNK 7");
        press(page, "Ghi");
        visit.open("/members");
        page.locator("#act").selectOption("cards");
        press(page, "Cho tất cả 2 người trong danh sách");
        assertThat(page.locator("#organisation")).hasValue(orgs.name(tree.east()));
        page.locator("#act").selectOption("EXCHANGED");
        page.locator("#day").fill("20/04/2022");
        page.locator("#number").fill("77-QĐ/HU");
        page.locator("#decidedOn").fill("20/04/2022");
        visit.inspect("bulk-cards");
        press(page, "Xem trước");
        assertThat(page.locator("main")).containsText("Sẽ ghi cho 1 người; 1 người bị bỏ lại.");
        assertThat(page.locator("main")).containsText("không còn phôi cho người này");
        press(page, "Ghi cho 1 người, không có 1 người bị bỏ lại");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi cho 1 người", PATIENTLY);
        visit.open("/recognition/cards");
        assertThat(page.locator("main")).containsText(series + "001");
        page.locator("tbody th a").first().click();
        follow(page, "Hủy bản ghi về thẻ");
        assertThat(page.locator("main")).containsText(series + "001");
        visit.inspect("recognition-card-correction-some");
        visit.open("/members/bulk");
        page.locator("tbody a").first().click();
        press(page, "Hoàn tác việc này");
        press(page, "Hoàn tác cho 1 người");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã hoàn tác cho 1 người", PATIENTLY);
        visit.open("/recognition/cards");
        assertThat(page.locator("main")).containsText("hoàn tác ngày 30/04/2022");
        visit.inspect("recognition-cards-taken-back");
        visit.open("/recognition/stock");
        assertThat(page.locator("main")).containsText("Thu về từ người được cấp");
        visit.inspect("recognition-stock-balanced");
        page.locator("#balances + div a[href*='what=RETURNED']").first().click();
        assertThat(page.locator("main")).containsText(series + "001");
        visit.inspect("recognition-stock-entries-some");
    }
}

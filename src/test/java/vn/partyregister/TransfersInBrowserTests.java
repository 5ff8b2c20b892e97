package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Scope;
import vn.partyregister.transfer.Confirmation;
import vn.partyregister.transfer.NewTransfer;
import vn.partyregister.transfer.TransferKind;
import vn.partyregister.transfer.Transfers;

/** A letter goes from the clerk of one district to the clerk of another, each in a browser of their own. */
@JourneyTest
class TransfersInBrowserTests {
    @LocalServerPort
    int port;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Autowired
    Transfers transfers;

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void done(Page page, String notice) {
        assertThat(page.getByRole(AriaRole.STATUS)).hasText(notice);
    }

    @Test
    void twoClerksBringAMemberFromOneDistrictToTheOther(Page eastern, Browser browser) {
        var tree = orgs.tree();
        people.add(tree.eastCell(), person -> person.named("Sơn Thị Hai Nơi"));
        try (var other = browser.newContext()) {
            var western = other.newPage();
            var east = new Visit(eastern, port);
            var west = new Visit(western, port);
            east.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
            west.signIn(signIn.account(Role.CLERK, tree.west()).username(), SignIn.PASSWORD);

            eastern.locator("#find").fill("Sơn Thị Hai Nơi");
            eastern.locator("#find").press("Enter");
            link(eastern, "Sơn Thị Hai Nơi").click();
            link(eastern, "Chuyển sinh hoạt đảng").click();
            link(eastern, "Làm thủ tục chuyển sinh hoạt").click();
            eastern.getByLabel("Chi bộ nơi đến trong đảng bộ này").fill(orgs.name(tree.westCell()));
            eastern.getByLabel("Lý do").selectOption("RESIDENCE");
            eastern.getByLabel("Ngày quyết định hoặc ngày chuyển").fill("1/4/2022");
            eastern.getByLabel("Ngày đề nghị").fill("4/4/2022");
            east.inspect("transfer-request");
            press(eastern, "Lập giấy giới thiệu");
            done(eastern, "Đã lập giấy giới thiệu.");
            link(eastern, "Xác nhận").click();
            eastern.getByLabel("Ngày", new Page.GetByLabelOptions().setExact(true))
                    .fill("5/4/2022");
            eastern.getByLabel("Số giấy giới thiệu").fill("31-GGT/HU");
            east.inspect("transfer-confirmation");
            press(eastern, "Xác nhận");
            done(eastern, "Đã xác nhận.");
            east.inspect("transfer-in-transit");
            var letter = eastern.url().replaceAll(".*(?=/transfers/)", "");
            east.inspect(letter + "/cancellation", "transfer-cancellation");
            east.inspect(letter + "/dossier", "transfer-dossier");
            east.open(letter);
            var code = eastern.locator("dd strong").innerText();

            west.inspect("/transfers/arrival", "transfer-arrival");
            west.open("/");
            link(western, "Việc đến hạn").click();
            assertThat(link(western, "Sơn Thị Hai Nơi")).isVisible();
            west.inspect("inbox-with-a-letter");
            link(western, "Đảng viên").first().click();
            link(western, "Chuyển sinh hoạt").click();
            western.getByLabel("Mã giấy giới thiệu").fill(code);
            western.locator("main form button").click();
            west.inspect("transfers-found");
            link(western, "Sơn Thị Hai Nơi").click();
            link(western, "Tiếp nhận").click();
            western.getByLabel("Ngày", new Page.GetByLabelOptions().setExact(true))
                    .fill("11/4/2022");
            press(western, "Xác nhận");
            done(western, "Đã xác nhận.");
            assertThat(western.locator(".summary")).containsText("Đã tiếp nhận");
            link(western, "Sơn Thị Hai Nơi").click();
            assertThat(western.locator(".member-file")).containsText("31-GGT/HU");

            east.open("/inbox?state=IN_TIME");
            assertThat(link(eastern, "Sơn Thị Hai Nơi")).isVisible();
            east.wentWell();
            west.wentWell();
        }
    }

    /** One of two letters cannot be received: the member has moved otherwise meanwhile. The other is, by the second press. */
    @Test
    void aClerkReceivesManyLettersOnOnePage(Page page) {
        var tree = orgs.tree();
        letter(tree, "Sơn Nhận Cùng Lúc", "41-GGT/HU");
        var gone = letter(tree, "Sơn Đã Đi Mất", "42-GGT/HU");
        people.moved(gone, tree.eastCell(), tree.otherEastCell(), LocalDate.of(2022, 4, 8));
        var west = new Visit(page, port);
        west.signIn(signIn.account(Role.CLERK, tree.west()).username(), SignIn.PASSWORD);
        west.open("/transfers");
        link(page, "Tiếp nhận nhiều giấy giới thiệu").click();
        page.getByLabel("Ngày tiếp nhận").fill("11/4/2022");
        west.inspect("transfer-reception-of-two");
        page.getByLabel("Ngày tiếp nhận").fill("11/4/2022");
        press(page, "Tiếp nhận những người đã chọn");
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Sơn Đã Đi Mất: Người này không còn sinh hoạt ở nơi đi");
        assertThat(page.getByLabel("Sơn Đã Đi Mất")).not().isChecked();
        assertThat(page.getByLabel("Sơn Nhận Cùng Lúc")).isChecked();
        press(page, "Tiếp nhận những người đã chọn");
        done(page, "Đã tiếp nhận 1 đảng viên.");
        assertThat(page.locator("main")).containsText("1 giấy giới thiệu đang chờ tiếp nhận");
    }

    /** Out since 05/04/2022: cell, base and district of the east have signed. */
    private MemberId letter(Orgs.Tree tree, String name, String number) {
        var member = people.add(tree.eastCell(), person -> person.named(name));
        var asked = LocalDate.of(2022, 4, 4);
        var transfer = transfers.request(
                member,
                new NewTransfer(TransferKind.OFFICIAL, tree.westCell(), null, "WORK", asked, asked, null, null),
                Scope.EVERYTHING);
        transfers.confirm(transfer, new Confirmation(2, asked.plusDays(1), number, null, null), Scope.EVERYTHING);
        return member;
    }

    @Test
    void aClerkTakesSomebodyInForATimeExtendsTheStayAndRecordsItsEnd(Page page) {
        var tree = orgs.tree();
        var east = new Visit(page, port);
        east.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        east.open("/transfers");
        link(page, "Đảng viên nơi khác đến sinh hoạt tạm thời").click();
        link(page, "Ghi đảng viên nơi khác đến sinh hoạt tạm thời").click();
        type(page, "fullName", "Kim Thị Đến Học");
        type(page, "born", "1/2/1995");
        type(page, "joinedOn", "3/2/2018");
        type(page, "officialOn", "3/2/2019");
        type(page, "from", "Đảng bộ phường Bến Nghé");
        type(page, "to", orgs.name(tree.eastCell()));
        page.locator("#ground").selectOption("STUDY");
        type(page, "number", "77-GGT/ĐU");
        type(page, "issuedOn", "1/10/2021");
        type(page, "issuer", "Đảng ủy phường Bến Nghé");
        type(page, "arrivedOn", "10/10/2021");
        type(page, "until", "29/4/2022");
        page.locator(".acts button").click();
        said(page, "Đã ghi người đến sinh hoạt tạm thời.");
        east.inspect("transfer-guest-overdue");
        var guest = page.url().replaceAll(".*(?=/transfers/)", "");
        east.inspect("/transfers/guests", "transfer-guests-with-one");
        east.inspect(guest + "/leaving", "transfer-guest-leaving");
        east.inspect(guest + "/extension", "transfer-guest-extension");
        east.open(guest + "/extension");
        type(page, "until", "30/9/2022");
        type(page, "number", "78-CV/ĐU");
        type(page, "issuedOn", "25/4/2022");
        type(page, "issuer", "Đảng ủy phường Bến Nghé");
        page.locator(".acts button").click();
        said(page, "Đã ghi.");
        east.inspect("transfer-guest-extended");
        link(page, "Ghi kết thúc").click();
        page.locator(".acts button").click();
        said(page, "Đã ghi.");
        assertThat(page.locator("main")).containsText("Đã kết thúc sinh hoạt tạm thời ngày 30/04/2022");
        east.wentWell();
    }

    /** Beside a stay that is over there is a warning as well. */
    private static void said(Page page, String notice) {
        assertThat(page.locator(".alert-success")).hasText(notice);
    }

    private static void type(Page page, String field, String text) {
        page.locator("#" + field).fill(text);
    }
}

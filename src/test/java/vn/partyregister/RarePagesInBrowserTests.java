package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.partyregister.access.Role;

/** Pages that one comes to only after something was done or went wrong. */
@JourneyTest
class RarePagesInBrowserTests {
    private static final int ATTEMPTS = 11;

    @LocalServerPort
    int port;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Test
    void anAccountIsOpenedGrantedAndMustChangeItsPassword(Page page) {
        var tree = orgs.tree();
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.ADMIN, null).username(), SignIn.PASSWORD);
        visit.open("/accounts/new");
        press(page, "Mở tài khoản");
        assertThat(page.locator("#username")).hasAttribute("aria-invalid", "true");
        visit.inspect("account-refused");
        page.locator("#username").fill("can-bo-trang-hiem");
        page.locator("#name").fill("Cán Bộ Trang Hiếm");
        press(page, "Mở tài khoản");
        var password = page.locator(".secret").innerText();
        visit.inspect("account-with-temporary-password");
        var account = page.url().replaceAll(".*(?=/accounts/)", "");
        visit.inspect(account + "/grants/new?q=" + orgs.name(tree.east()).replace(' ', '+'), "account-grant-choices");
        page.locator("#role").selectOption("CLERK");
        press(page, "Giao vai trò");
        assertThat(page.locator("main").getByRole(AriaRole.ALERT)).isVisible();
        visit.inspect("account-grant-refused");
        press(page, "Đăng xuất");
        visit.signIn("can-bo-trang-hiem", password);
        visit.open("/members");
        assertThat(page.locator("#current")).isVisible();
        visit.inspect("password-forced");
        visit.wentWell();
    }

    @Test
    void whoTriesTooOftenIsAskedToWait(Page page) {
        var visit = new Visit(page, port);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            visit.open("/sign-in");
            page.locator("#username").fill("thu-qua-nhieu-lan");
            page.locator("#password").fill("sai");
            page.locator("main button").click();
        }
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        visit.inspect("sign-in-wait");
    }

    @Test
    void whatIsRefusedIsTold(Page page) {
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, orgs.tree().east()).username(), SignIn.PASSWORD);
        visit.inspect("/accounts", "refusal-no-right");
        visit.hasTheSearch(true);
        visit.inspect("/members/x", "refusal-unknown-address");
        visit.hasTheSearch(true);
        visit.inspect("/khong-co-trang", "error-unknown-address");
    }

    @Test
    void factsOfAMemberAreEndedExtendedAndTakenBack(Page page) {
        var tree = orgs.tree();
        var member = people.add(
                tree.eastCell(),
                person -> person.named("Kim Trang Hiếm").joined(LocalDate.of(1990, 2, 3), LocalDate.of(1991, 2, 3)));
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        visit.open("/members/" + member + "/facts/new/TEMPORARY_OUT");
        fill(page, "from", "1/3/2022");
        fill(page, "to", "31/8/2022");
        fill(page, "organisation", orgs.name(tree.otherEastCell()));
        decide(page, "27-GGT/HU");
        page.locator(".acts button").click();
        var end = linked(page, "/end");
        var extension = linked(page, "/extension");
        var withdrawal = linked(page, "/withdrawal");
        visit.inspect(end, "member-fact-end");
        visit.inspect(extension, "member-fact-extension");
        visit.inspect(withdrawal, "member-fact-withdrawal");

        visit.open("/members/" + member + "/party-age");
        page.locator("#ground").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        fill(page, "from", "1/1/2000");
        fill(page, "until", "1/1/2002");
        fill(page, "paper", "QĐ 5");
        page.locator("form.entry .acts button").click();
        visit.inspect(linked(page, "/withdrawal"), "member-interruption-withdrawal");

        visit.open("/members/" + member + "/residence/introduction");
        fill(page, "from", "01/03/2021");
        fill(page, "organisation", orgs.name(tree.westCell()));
        decide(page, "6-GGT/ĐU");
        page.locator(".acts button").click();
        visit.open("/members/" + member + "/residence/comment");
        fill(page, "text", "Gương mẫu nơi cư trú hiếm.");
        fill(page, "commentedOn", "15/11/2021");
        fill(page, "signedBy", "Bí thư chi bộ");
        page.locator(".acts button").click();
        var commentWithdrawal = linked(page, "comment-withdrawal");
        visit.inspect(linked(page, "/residence/end"), "residence-end");
        visit.inspect(commentWithdrawal, "residence-comment-withdrawal");
        visit.wentWell();
    }

    @Test
    void aReorganisationThatWasCarriedOutMayBeTakenBack(Page page) {
        var tree = orgs.tree();
        var visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        visit.open("/reorganisations/new");
        fill(page, "name", "Đổi tên chi bộ hiếm");
        fill(page, "day", "20/04/2022");
        fill(page, "number", "33-QĐ/HU");
        fill(page, "issuedOn", "15/04/2022");
        fill(page, "issuer", orgs.name(tree.east()));
        page.locator("main form button").click();
        var draft = page.url().replaceAll(".*(?=/reorganisations/)", "");
        visit.open(draft + "/steps/RENAME");
        fill(page, "organisation", orgs.name(tree.eastCell()));
        fill(page, "name", "Chi bộ ấp Đổi Tên Hiếm");
        page.locator("main form button").click();
        visit.open(draft + "/preview");
        page.locator("form[action$=application] button").click();
        visit.inspect(linked(page, "/reversal"), "reorganisation-reversal");
        visit.wentWell();
    }

    private static void fill(Page page, String field, String text) {
        page.locator("#" + field).fill(text);
    }

    private static void decide(Page page, String number) {
        fill(page, "number", number);
        fill(page, "decidedOn", "25/02/2021");
        fill(page, "issuer", "Ban Thường vụ Huyện ủy");
    }

    private static void press(Page page, String button) {
        button(page, button).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Where the first link leads whose address ends so. */
    static String linked(Page page, String ending) {
        return (String) page.locator("main a[href$='%1$s'], main a[href*='%1$s?']".formatted(ending))
                .first()
                .evaluate("link => link.getAttribute('href')");
    }
}

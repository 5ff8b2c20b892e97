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

/** Two committees and one quarter, in a real browser: the one closes it, a death comes late, and both sign who explains the difference. */
@JourneyTest
class PeriodsInBrowserTests {
    @LocalServerPort
    int port;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Test
    void aQuarterIsClosedADeathComesLateAndBothCommitteesSignTheDifference(Page page) {
        var tree = orgs.tree();
        people.add(tree.eastCell(), person -> person.named("Thạch Khóa Sổ"));
        people.add(tree.eastCell(), person -> person.named("Thạch Ghi Muộn"));
        people.add(
                tree.otherEastCell(), person -> person.named("Thạch Mới Vào").joined(LocalDate.of(2022, 2, 3), null));
        var visit = new Visit(page, port);

        visit.signIn(signIn.account(Role.CLERK, tree.eastBase()).username(), SignIn.PASSWORD);
        visit.open("/periods");
        visit.inspect("periods");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Khóa sổ: Quý 31/03/2022"))
                .click();
        visit.inspect("period-closing");
        button(page, "Khóa sổ").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã khóa sổ.");
        visit.inspect("period-closed");
        visit.inspect(RarePagesInBrowserTests.linked(page, "/reopening"), "period-reopening");

        page.locator("#find").fill("Thạch Ghi Muộn");
        page.locator("#find").press("Enter");
        link(page, "Thạch Ghi Muộn").click();
        page.getByText("Ghi biến động", new Page.GetByTextOptions().setExact(true))
                .click();
        link(page, "Từ trần").click();
        page.getByLabel("Ngày từ trần").fill("31/3/2022");
        page.getByLabel("Lý do").selectOption("ILLNESS");
        button(page, "Ghi vào sổ").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("kỳ đã khóa sổ");
        visit.inspect("movement-late");
        page.getByLabel("Tôi đã biết, vẫn ghi như biến động muộn").check();
        button(page, "Ghi vào sổ").click();
        assertThat(page.getByText("ghi sau khi khóa sổ")).isVisible();

        visit.open("/periods");
        assertThat(page.getByText("1 biến động ghi muộn")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đã khóa sổ lúc"))
                .first()
                .click();
        page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Từ trần"))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(link(page, "Thạch Ghi Muộn")).isVisible();
        visit.inspect("period-people");

        visit.open("/reconciliations/" + tree.eastBase());
        assertThat(page.getByText("Chưa bên nào ký")).isVisible();
        button(page, "Ký thay mặt " + orgs.name(tree.eastBase())).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Đã ký.");
        visit.inspect("reconciliation");
        button(page, "Đăng xuất").click();

        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
        visit.open("/reconciliations?organisation=" + tree.east());
        visit.inspect("reconciliations");
        link(page, orgs.name(tree.eastBase())).click();
        page.getByRole(AriaRole.DEFINITION).getByRole(AriaRole.LINK).first().click();
        assertThat(link(page, "Thạch Ghi Muộn")).isVisible();
        visit.inspect("reconciliation-people");
        page.goBack();
        button(page, "Ký thay mặt " + orgs.name(tree.east())).click();
        assertThat(page.getByText("Hai bên đã ký").first()).isVisible();
        visit.inspect("reconciliation-settled");
        visit.inspect("/periods/children?kind=QUARTER&to=2022-03-31", "periods-of-children");
        visit.inspect("/statistics/1?from=2022-01-01&to=2022-03-31&organisation=" + tree.eastBase(), "form-1-closed");
        visit.wentWell();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

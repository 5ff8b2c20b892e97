package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.partyregister.access.Role;

/** A class from its plan to its certificates, and a plan from its targets to its people, in a real browser. */
@JourneyTest
class PlanningInBrowserTests {
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

    @AfterEach
    void allWentWell() {
        visit.wentWell();
    }

    @Test
    void aClassIsPlannedAttendedAndCertified(Page page) {
        visit.inspect("/classes/new", "class-new-empty");
        page.getByLabel("Tên lớp").fill("Lớp nhận thức về Đảng 01/2022");
        page.locator("#kind").selectOption("AWARENESS");
        page.locator("#audience").selectOption("STUDENTS");
        page.locator("#place").fill("Trung tâm chính trị huyện");
        page.locator("#fromOn").fill("01/03/2022");
        page.locator("#toOn").fill("05/03/2022");
        page.locator("#expected").fill("50");
        press(page, "Ghi vào sổ");
        says(page, "Đã lập kế hoạch lớp.");
        var held = page.url().replaceAll(".*(?=/classes/)", "");
        visit.inspect("class-empty");
        visit.inspect(held + "/registration", "class-registration");
        page.locator("#lines").fill("Lê Văn Một; 31/02/2000");
        press(page, "Ghi danh");
        visit.inspect("class-registration-refused");
        page.locator("#lines").fill("Lê Văn Một; 01/02/2000\nTrần Thị Hai; 2001; 084301000002\nSơn Thị Ba; 03/2002");
        press(page, "Ghi danh");
        says(page, "Đã ghi danh 3 người.");
        page.locator("#why").fill("Nghỉ quá số buổi");
        page.locator("input[name=participant]").first().check();
        press(page, "Không hoàn thành");
        says(page, "Đã ghi kết quả của 1 người.");
        visit.inspect(RarePagesInBrowserTests.linked(page, "/removal"), "class-removal");
        visit.open(held);
        press(page, "Ghi hoàn thành cho 2 người chưa có kết quả");
        visit.inspect(held + "/certificates", "class-issue");
        press(page, "Cấp giấy chứng nhận");
        says(page, "Đã cấp 2 giấy chứng nhận.");
        visit.inspect(held, "class");
        visit.inspect(held + "/plan", "class-plan");
        visit.inspect("/classes", "classes-some");
        visit.inspect("/classes/people", "class-people-some");
        visit.inspect("/classes/figures?from=2021&to=2022", "class-figures-some");
        visit.open(held);
        page.getByText("Thu hồi").first().click();
        visit.inspect("class-revocation");
    }

    @Test
    void membersOnProbationAreChosen(Page page) {
        people.add(tree.eastCell(), person -> person.named("Lê Thị Lan").joined(LocalDate.of(2022, 1, 5), null));
        visit.open("/classes/new");
        page.getByLabel("Tên lớp").fill("Lớp đảng viên mới 01/2022");
        page.locator("#kind").selectOption("NEW_MEMBER");
        page.locator("#audience").selectOption("NEW_MEMBERS");
        page.locator("#place").fill("Hội trường");
        page.locator("#fromOn").fill("01/03/2022");
        page.locator("#toOn").fill("05/03/2022");
        page.locator("#expected").fill("50");
        press(page, "Ghi vào sổ");
        var held = page.url().replaceAll(".*(?=/classes/)", "");
        visit.inspect(held + "/members/lines", "class-member-lines");
        visit.inspect(held + "/registration", "class-members");
        page.locator("input[name=member]").first().check();
        press(page, "Ghi danh những người đã chọn");
        says(page, "Đã ghi danh 1 người.");
        visit.inspect(held + "/cancellation", "class-cancellation");
    }

    @Test
    void aPlanIsSplitAndFollowed(Page page) {
        people.add(
                tree.eastCell(),
                person -> person.named("Lê Thị Lan")
                        .joined(LocalDate.of(2022, 1, 5), null)
                        .woman());
        visit.inspect("/plans/new", "plan-new-empty");
        page.locator("#name").fill("Kế hoạch kết nạp năm 2022");
        page.locator("#number").fill("1-KH/HU");
        page.locator("#decidedOn").fill("05/01/2022");
        press(page, "Ghi vào sổ");
        says(page, "Đã lập kế hoạch. Hãy đặt chỉ tiêu.");
        var plan = page.url().replaceAll(".*(?=/plans/)", "");
        visit.inspect(plan + "/targets/" + tree.east(), "plan-targets");
        page.locator("#figure-EVERYBODY").fill("10");
        page.locator("#figure-WOMEN").fill("4");
        page.locator("#figure-SHARE_OF_POPULATION").fill("4,25");
        press(page, "Ghi vào sổ");
        says(page, "Đã ghi 3 chỉ tiêu.");
        visit.inspect(plan + "/split/" + tree.east() + "?group=EVERYBODY", "plan-split");
        page.locator("input[id^=figure-]").first().fill("12");
        press(page, "Ghi vào sổ");
        visit.inspect("plan");
        visit.inspect(plan + "/history", "plan-history");
        visit.inspect(plan + "/people?group=WOMEN", "plan-people");
        visit.inspect("/plans", "plans-some");
        visit.open("/plans/figures");
        page.locator("#subject").selectOption("POPULATION");
        page.locator("#figure").fill("100000");
        page.locator("#source").fill("Niên giám thống kê 2021");
        press(page, "Ghi vào sổ");
        says(page, "Đã ghi số liệu.");
        visit.inspect("plan-figures-some");
    }

    @Test
    void aPlaceIsRecordedWithWhoHoldsItsPosts(Page page) {
        visit.inspect("/plans/places/many", "places-many-empty");
        visit.inspect("/plans/places/new", "place-new-empty");
        page.locator("#kind").selectOption("HAMLET");
        page.locator("#name").fill("Ấp Chợ");
        page.locator("#day").fill("01/01/2020");
        press(page, "Ghi vào sổ");
        says(page, "Đã thêm nơi.");
        var place = page.url().replaceAll(".*(?=/plans/)", "");
        page.locator("#post").selectOption("HEAD");
        page.locator("#holder").fill("Trần Văn Hai");
        page.locator("#day").fill("01/01/2021");
        press(page, "Ghi người giữ");
        says(page, "Đã ghi người giữ chức danh.");
        visit.inspect(place, "place");
        visit.inspect(place + "/change", "place-change");
        visit.inspect("/plans/places", "places-some");
        visit.inspect("/plans/places/posts?held=false", "place-posts-some");
        visit.inspect("/plans/places/figures", "place-figures-some");
    }

    private static void says(Page page, String text) {
        assertThat(page.getByRole(AriaRole.STATUS)).hasText(text);
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

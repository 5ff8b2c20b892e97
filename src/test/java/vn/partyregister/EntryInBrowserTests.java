package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.access.Role;
import vn.partyregister.member.FileForm;
import vn.partyregister.member.Item;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;

/** A clerk keeps a member's file, in a real browser. */
@JourneyTest
class EntryInBrowserTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final int MOST_TABS = 60;
    private static final double PATIENCE = 30_000;
    private static final String TEXT = "Ngưỡng Được Hoà Thuỷ";
    private static final String DAY = "03/02/1990";

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

    @Autowired
    FileForm form;

    @Autowired
    Sheets sheets;

    private Orgs.Tree tree;
    private MemberId member;
    private Visit visit;

    @BeforeEach
    void aClerkOfTheEast(Page page) {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person);
        visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
    }

    /** Every second field is typed in decomposed letters; what is kept is composed. */
    @ParameterizedTest
    @EnumSource(Section.class)
    void aSectionIsFilledWithTheKeyboardAlone(Section section, Page page) {
        visit.open(address(section));
        var expected = new HashMap<String, String>();
        for (var item : form.items(section, TODAY)) {
            var field = page.locator("[id='%s']".formatted(section.repeated() ? item.key() + ".0" : item.key()));
            if (isFree(item) && field.inputValue().isEmpty()) {
                tabTo(page, field);
                type(page, item, expected.size() % 2 == 0 ? Normalizer.Form.NFC : Normalizer.Form.NFD);
                expected.put(item.key(), kept(item));
            }
        }
        tabTo(page, button(page, "Ghi vào sổ"));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("Đã ghi.", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        var row = sheets.get(member, section).rows().getFirst();
        expected.forEach((key, value) -> {
            if (value.isEmpty()) {
                assertThat(row).containsKey(key);
            } else {
                assertThat(row).containsEntry(key, value);
            }
        });
        assertThat(expected).isNotEmpty();
        visit.wentWell();
    }

    private static boolean isFree(Item item) {
        return !item.toldByJournal() && item.ruleKey() == null && !item.key().equals("official_id");
    }

    private static void type(Page page, Item item, Normalizer.Form letters) {
        switch (item.form()) {
            case CODE -> page.keyboard().press("ArrowDown");
            case DAY, PARTIAL_DATE -> page.keyboard().type(DAY);
            case AMOUNT, NUMBER, SECRET_NUMBER -> page.keyboard().type("1500000");
            case TEXT, NAME, NOTE, PLACE -> page.keyboard().insertText(Normalizer.normalize(typed(item), letters));
        }
    }

    private static String typed(Item item) {
        var longest = item.longest();
        return longest != null && longest < TEXT.length() ? "12/12" : TEXT;
    }

    /** What is kept in the end; empty for whatever code came first. */
    private static String kept(Item item) {
        return switch (item.form()) {
            case CODE -> "";
            case DAY, PARTIAL_DATE -> "1990-02-03";
            case AMOUNT, NUMBER, SECRET_NUMBER -> "1500000";
            case TEXT, NAME, NOTE, PLACE -> typed(item);
        };
    }

    @Test
    void twoClerksAtOnceTheSecondSeesBothVersionsAndChooses(Page page, Browser browser) {
        visit.open(address(Section.HEALTH));
        try (var context = browser.newContext()) {
            var other = context.newPage();
            var second = new Visit(other, port);
            second.signIn(signIn.account(Role.CLERK, tree.eastBase()).username(), SignIn.PASSWORD);
            second.open(address(Section.HEALTH));
            page.locator("#health").selectOption("GOOD");
            button(page, "Ghi vào sổ").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi.");

            other.locator("#health").selectOption("WEAK");
            button(other, "Ghi vào sổ").click();
            assertThat(other.locator(".alert-warning")).containsText("người khác đã ghi");
            assertThat(other.locator("#health")).hasValue("WEAK");
            second.inspect("section-changed-meanwhile");
            assertThat(sheets.get(member, Section.HEALTH).value("health")).isEqualTo("GOOD");
            button(other, "Ghi vào sổ").click();
            assertThat(other.getByRole(AriaRole.STATUS)).containsText("Đã ghi.");
        }
        assertThat(sheets.get(member, Section.HEALTH).value("health")).isEqualTo("WEAK");
        visit.wentWell();
    }

    @Test
    void whatIsTypedWhenTheSessionEndsIsThereAfterTheSignIn(Page page) {
        var clerk = signIn.account(Role.CLERK, tree.east()).username();
        visit.open(address(Section.CAREER));
        page.locator("[id='since.0']").fill("9/1998");
        page.locator("[id='work.0']").fill("Giáo viên “Trường <Hòa Ân>”");
        jdbc.sql("delete from platform.spring_session where principal_name = :clerk")
                .param("clerk", clerk)
                .update();
        button(page, "Ghi vào sổ").click();
        assertThat(page.locator("main")).containsText("Phiên làm việc đã hết");
        page.locator("#username").fill(clerk);
        page.locator("#password").fill(SignIn.PASSWORD);
        page.locator("main button").click();

        assertThat(page.locator(".kept")).containsText("chưa có gì được ghi");
        assertThat(page.locator("[id='work.0']")).hasValue("Giáo viên “Trường <Hòa Ân>”");
        assertThat(sheets.get(member, Section.CAREER).rows()).isEmpty();
        visit.inspect("section-kept");
        button(page, "Ghi vào sổ").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi.");
        assertThat(sheets.get(member, Section.CAREER).rows())
                .containsExactly(Map.of("since", "1998-09", "work", "Giáo viên “Trường <Hòa Ân>”"));
        visit.wentWell();
    }

    @Test
    void whoLooksAlikeShowsWhileTypingAndAnAddressOffersItsPlaces(Page page) {
        people.add(tree.eastCell(), person -> person.named("Sơn Thị Sa Mết").born(LocalDate.of(1991, 1, 2)));
        visit.open("/members/admission");
        page.locator("#fullName").fill("son thi sa met");
        page.locator("#born").fill("2/1/1991");
        assertThat(page.locator("#alike")).containsText("Sơn Thị Sa Mết");
        assertThat(page.locator("#alike")).containsText("cùng họ tên và ngày sinh");
        page.locator("#another").check();
        page.locator("#alias").fill("Mết");
        assertThat(page.locator("#another")).isChecked();
        page.locator("#born").fill("3/1/1991");
        assertThat(page.locator("#alike li")).hasCount(0);

        visit.open(address(Section.ORIGIN));
        page.locator("#residence_province").fill("Trà Vinh");
        page.locator("#residence_commune").pressSequentially("cau ke");
        assertThat(page.locator("#residence_commune-choices option[value='Thị trấn Cầu Kè']"))
                .hasCount(1);
        visit.wentWell();
    }

    @Test
    void aPhotoIsGivenAndShowsInTheFile(Page page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        visit.open("/members/" + member + "/photo");
        page.getByLabel("Tệp ảnh").setInputFiles(new FilePayload("anh.png", "image/png", bytes.toByteArray()));
        button(page, "Nhận ảnh").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi.");
        visit.open("/members/" + member);
        assertThat(page.locator("img.photo")).isVisible();
        page.waitForFunction("document.querySelector('img.photo').naturalWidth === 300");
        visit.inspect("/members/" + member, "member-with-photo");
        visit.inspect("/members/" + member + "/photo", "photo");
        visit.wentWell();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IDENTITY", "ORIGIN", "CAREER", "FAMILY"})
    void aSectionThatIsRefusedHasNoBarrierAndIsValid(Section section, Page page) {
        visit.open(address(section));
        for (var item : form.items(section, TODAY)) {
            var field = page.locator("[id='%s']".formatted(section.repeated() ? item.key() + ".1" : item.key()));
            if (item.form() == Item.Form.PARTIAL_DATE || item.form() == Item.Form.NAME) {
                field.fill("31/02/1999");
            }
        }
        page.locator("input[name=ground][value=DECISION]").check();
        button(page, "Ghi vào sổ").click();
        assertThat(page.locator("main [role=alert]")).containsText("Có chỗ cần sửa");
        visit.inspect("section-refused-" + section);
        visit.wentWell();
    }

    @Test
    void pagesOfALostFileHaveNoBarrierAndAreValid(Page page) {
        var restoration = "/members/" + member + "/restoration";
        visit.open(restoration);
        page.locator("#day").fill("31/02/2022");
        page.locator("#cause").fill("Cháy trụ sở Đảng ủy xã, cháy cả tủ hồ sơ");
        page.locator("#verifiedBy").fill("Ủy ban Kiểm tra Đảng ủy xã");
        button(page, "Báo mất hồ sơ").click();
        assertThat(page.locator("main [role=alert]")).isVisible();
        visit.inspect("restoration-refused");
        page.locator("#day").fill("1/3/2022");
        button(page, "Báo mất hồ sơ").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi.");
        page.locator("#number").fill("15-QĐ/HU");
        page.locator("#decidedOn").fill("10/3/2022");
        page.locator("#issuer").fill("Ban Thường vụ Huyện ủy");
        button(page, "Ghi quyết định khôi phục").click();
        assertThat(page.locator("main")).containsText("Đang khôi phục");
        visit.inspect(restoration, "restoration");
        visit.inspect("/restorations", "restorations-open");
        visit.inspect("/members/" + member, "member-restored");
        visit.wentWell();
    }

    private String address(Section section) {
        return "/members/%s/%s/%s".formatted(member, section.sensitive() ? "sensitive" : "sections", section);
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

    private static Locator button(Page page, String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }
}

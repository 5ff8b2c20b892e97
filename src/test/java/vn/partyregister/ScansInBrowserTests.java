package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.access.Role;
import vn.partyregister.dossier.Scans;
import vn.partyregister.member.MemberId;

/** A clerk stores a scan and looks at it, in a real browser. */
@JourneyTest
class ScansInBrowserTests {
    private static final String POLICY = "content-security-policy";

    @LocalServerPort
    int port;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Autowired
    JdbcClient jdbc;

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

    /** The sandbox keeps even the icon of the register from it, of which the browser complains: nothing else is missing. */
    @Test
    void aPictureIsShownUnderAPolicyThatLetsItDoNothing(Page page) {
        store(page, new FilePayload("đơn.jpg", "image/jpeg", Scans.picture("jpeg", 300, 400)));
        var shown = page.navigate(scan(page));
        assertThat(shown.headerValue(POLICY)).startsWith("sandbox;").contains("default-src 'none'");
        page.waitForFunction("document.images[0].naturalWidth === 300 && document.images[0].complete");
        assertThat(page.locator("img")).isVisible();
        assertThat(page.evaluate("document.images.length")).isEqualTo(1);
    }

    /**
     * The browser of the tests has no viewer and saves a PDF: what tells another to show it is looked at instead. Chromium
     * 156 with its viewer shows a PDF that comes with these heads.
     */
    @Test
    void aPdfComesWithTheHeadsThatHaveItShown(Page page) {
        store(page, new FilePayload("đơn.pdf", "application/pdf", Scans.pdf(2)));
        var address = scan(page);
        var seen = page.request().get(address);
        assertThat(seen.headers())
                .containsEntry("content-type", "application/pdf")
                .containsEntry("x-content-type-options", "nosniff")
                .hasEntrySatisfying(
                        "content-disposition", heads -> assertThat(heads).startsWith("inline;"))
                .hasEntrySatisfying(
                        POLICY,
                        policy -> assertThat(policy)
                                .contains("object-src 'self'", "style-src 'unsafe-inline'", "frame-ancestors 'none'"));
        assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(page.request().get(address + "/file").headers())
                .hasEntrySatisfying(
                        "content-disposition", heads -> assertThat(heads).startsWith("attachment;"));
        visit.wentWell();
    }

    /** One that fits, one that names nobody and one that is no scan: looked at before anything is stored. */
    @Test
    void severalAreMatchedByTheirNamesStoredOneIsTakenBackAndWhatIsMissingIsCounted(Page page) {
        var card = jdbc.sql("select card_number from member.member where id = ?")
                .param(member.id())
                .query(String.class)
                .single();
        people.add(tree.otherEastCell(), person -> person.named("Trần Thị Chưa Có Giấy Tờ"));
        visit.open("/papers/batches");
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload(card + "_2-HSDV.pdf", "application/pdf", Scans.pdf(4)),
            new FilePayload(card + "_1-KND_1.jpg", "image/jpeg", Scans.picture("jpeg", 300, 400)),
            new FilePayload("00000000_1-KND.pdf", "application/pdf", Scans.pdf(1)),
            new FilePayload("ban-quet.pdf", "application/pdf", Scans.program())
        });
        press(page, "Gửi để xem trước");
        assertThat(page.locator("main")).containsText("Khớp 2 trong 4 tệp");
        visit.inspect("papers-batch");
        page.locator("form[action$=storing] button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
        visit.open("/members/" + member + "/papers");
        page.locator("a[href$=taking-back]").first().click();
        page.locator("#reason").fill("Quét thiếu trang 2");
        visit.inspect("papers-taking-back");
        page.locator("main form button").click();
        assertThat(page.locator("main")).containsText("Quét thiếu trang 2");
        visit.inspect("papers-of-a-member-some");
        press(page, "Cất vào hồ sơ");
        assertThat(page.locator("#file")).hasAttribute("aria-invalid", "true");
        visit.inspect("papers-upload-refused");
        visit.inspect("/papers", "papers-counted");
        visit.inspect("/papers/people?state=INCOMPLETE", "papers-people-some");
        visit.wentWell();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void store(Page page, FilePayload file) {
        visit.open("/members/" + member + "/papers");
        page.locator("#kind").selectOption("APPLICATION");
        page.locator("#file").setInputFiles(file);
        page.locator("main form[enctype] button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
    }

    private String scan(Page page) {
        var path = page.locator("main a[href*='/papers/']").first().getAttribute("href");
        return "http://localhost:%d%s".formatted(port, path);
    }
}

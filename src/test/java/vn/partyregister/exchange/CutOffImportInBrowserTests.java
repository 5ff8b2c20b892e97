package vn.partyregister.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.partyregister.JourneyTest;
import vn.partyregister.SignIn;
import vn.partyregister.Visit;

/** The bar of an import whose program was killed: it stands where the work stood, and goes on with it to the end. */
@JourneyTest
class CutOffImportInBrowserTests extends CutOffImports {
    private static final double PATIENCE = 60_000;
    private static final int PEOPLE = 4_100;

    @LocalServerPort
    int port;

    @Test
    void theBarStandsWhereTheWorkStoodAndGoesOnWhenAProgramTakesItUp(Page page, Browser browser) {
        var id = judged("members", file(), PEOPLE);
        asksToWrite(id);
        killedBehindTheFirstRange(id);

        var visit = new Visit(page, port);
        visit.signIn(account.username(), SignIn.PASSWORD);
        visit.open("/imports/" + id);
        standsBehindTheFirstRange(page);
        page.reload();
        standsBehindTheFirstRange(page);
        try (var elsewhere = browser.newContext()) {
            var other = new Visit(elsewhere.newPage(), port);
            other.signIn(account.username(), SignIn.PASSWORD);
            other.open("/imports/" + id);
            standsBehindTheFirstRange(elsewhere.pages().getFirst());
            other.wentWell();
        }

        leaveToTheNextProgram(id);
        // Nobody touches the page any more: it follows the work by itself.
        assertThat(page.locator("main [role=status]"))
                .containsText(
                        "Đã ghi xong: 4.100 dòng mới",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#progress")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(
                        jdbc.sql("select count(*) from member.member where full_name like 'Thanh Tiến Độ Số %'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(PEOPLE);
        visit.wentWell();
    }

    private static void standsBehindTheFirstRange(Page page) {
        assertThat(page.locator("#progress")).hasAttribute("value", "48");
        assertThat(page.locator("#progress")).hasText("48 %");
        assertThat(page.locator("label[for=progress]")).hasText("Đang ghi: 2.000 trên 4.100 dòng.");
    }

    /** What a killed program leaves behind: a job in its hands, and no sign of life for a minute. */
    private void leaveToTheNextProgram(ImportId id) {
        jdbc.sql("""
                        insert into platform.scheduled_task
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('import', :instance, now() - interval '2 minutes', true, 'a program that was killed',
                            now() - interval '1 minute', 2)
                        """).param("instance", id + ":" + UUID.randomUUID()).update();
    }

    private String file() {
        var cell = orgs.name(tree.eastCell());
        return "Họ và tên;Giới tính;Sinh ngày;Dân tộc;Tôn giáo;Số thẻ Đảng;Chi bộ;Ngày vào Đảng;Ngày chính thức\n"
                + IntStream.range(0, PEOPLE)
                        .mapToObj(person ->
                                "Thanh Tiến Độ Số %1$d;Nam;5/6/1970;Kinh;Không;76%1$06d;%2$s;3/4/2000;3/4/2001"
                                        .formatted(person, cell))
                        .collect(Collectors.joining("\n"));
    }
}

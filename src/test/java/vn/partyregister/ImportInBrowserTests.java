package vn.partyregister;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.access.Role;

/** Every page of an import as its reader sees it, from the mapping to the result and the comparison. */
@JourneyTest
class ImportInBrowserTests {
    private static final double PATIENCE = 60_000;
    private static final String MEMBERS = """
            DANH SÁCH ĐẢNG VIÊN;;;;;;;;;
            ;;;;;;;;;
            Họ và tên đang dùng;Giới tính;Sinh ngày;Dân tộc;Tôn giáo;Chi bộ;Ngày vào Đảng;Ngày chính thức;Số thẻ;Ghi chú
            Kim Thị Sô Phia;Nữ;12/03/1985;Khơ-me;Phật giáo;%1$s;19/05/2010;19/05/2011;81000001;
            Trần Văn Được;Nam;05/11/1968;Kinh;Không;%1$s;02/09/1992;02/09/1993;81000002;
            Nguyễn  Thị Hòa;Nữ;1975;Kinh;Không;%1$s;03/02/1999;03/02/2000;81000003;đi học xa
            Lâm Văn Sai;Nam;31/02/1975;Kinh;Không;%1$s;03/02/1999;03/02/2000;81000004;
            Thạch Sa Mươn;Nam;07/1990;Khơ-me;Phật giáo;Chi bộ không có;22/12/2015;22/12/2016;81000005;
            Huỳnh Thị Bé Năm;Nữ;24/08/1962;Hoa kiều;Cao Đài;%1$s;30/04/1988;30/04/1989;81000006;
            Lê Minh Tâm;Nam;01/01/1980;Kinh;Không;%1$s;26/03/2004;26/03/2005;81000007;
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Orgs orgs;

    @Autowired
    SignIn signIn;

    private String members;
    private Visit visit;

    @BeforeEach
    void aClerkOfTheEast(Page page) {
        var tree = orgs.tree();
        var cell = jdbc.sql("select name from organisation.organisation_version where organisation_id = :id")
                .param("id", tree.eastCell().id())
                .query(String.class)
                .single();
        members = MEMBERS.formatted(cell);
        visit = new Visit(page, port);
        visit.signIn(signIn.account(Role.CLERK, tree.east()).username(), SignIn.PASSWORD);
    }

    @AfterEach
    void allWentWell() {
        visit.wentWell();
    }

    @Test
    void noPageOfAnImportHasABarrierAndAllAreValid(Page page) {
        var address = upload(page, "LOAD", members);
        visit.inspect(address, "import-mapping");
        read(page);
        visit.inspect(address, "import-preview");
        visit.inspect(address + "/abandonment", "import-abandonment");
        visit.inspect(address + "/rows?filter=REJECTED", "import-rows");
        standing(address, "STAGING", () -> visit.inspect(address, "import-reading"));
        standing(address, "COMMITTING", () -> {
            visit.inspect(address, "import-writing");
            standsAt(page, address, 2_000, 5_000, "40");
        });
        visit.open(address);
        page.locator("form[action$='/writing'] button").click();
        assertThat(page.locator("a[href$='/workbook']"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        visit.inspect(address, "import-result");
        visit.inspect("/imports", "imports-of-a-clerk");

        var other = upload(
                page, "COMPARE", members.replace("02/09/1993", "03/09/1993").replaceAll("Lê Minh Tâm.*\n", ""));
        read(page);
        visit.inspect(other, "import-compared");
        visit.inspect(other + "/comparison", "import-comparison");
        visit.inspect(other + "/absent", "import-absent");
    }

    private String upload(Page page, String purpose, String content) {
        visit.open("/imports");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("dang-vien-dong.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("#kind").selectOption("members");
        page.locator("#purpose").selectOption(purpose);
        page.locator("form.import-form button").click();
        assertThat(page.locator("form[action$='/reading']")).isVisible();
        return URI.create(page.url()).getPath();
    }

    private static void read(Page page) {
        page.locator("form[action$='/reading'] button").click();
        assertThat(page.locator("table.import-figures"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }

    /** The bar shows what is stored of the work: after each loading of the page, and in another start of the program. */
    private void standsAt(Page page, String address, int done, int total, String percent) {
        var real = jdbc.sql("select rows_done, rows_total from exchange.upload where id = :id")
                .param("id", id(address))
                .query((row, _) -> List.of(row.getInt(1), row.getInt(2)))
                .single();
        count(address, done, total);
        visit.open(address);
        page.reload();
        assertThat(page.locator("#progress")).hasAttribute("value", percent);
        assertThat(page.locator("#progress")).hasText(percent + " %");
        assertThat(page.locator("label[for=progress]")).containsText("2.000");
        assertThat(page.locator("label[for=progress]")).containsText("5.000");
        count(address, real.getFirst(), real.getLast());
    }

    private void count(String address, int done, int total) {
        jdbc.sql("update exchange.upload set rows_done = :done, rows_total = :total where id = :id")
                .param("done", done)
                .param("total", total)
                .param("id", id(address))
                .update();
    }

    private static UUID id(String address) {
        return UUID.fromString(address.replaceAll(".*/", ""));
    }

    /** The import as it stands while a job is at work on it, held still. */
    private void standing(String address, String state, Runnable look) {
        put(address, state);
        look.run();
        put(address, "JUDGED");
    }

    private void put(String address, String state) {
        jdbc.sql("update exchange.upload set state = :state where id = :id")
                .param("state", state)
                .param("id", id(address))
                .update();
    }
}

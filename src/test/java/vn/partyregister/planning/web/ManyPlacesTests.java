package vn.partyregister.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

/** Many places from a spreadsheet: looked at line by line, then all of them or none. */
@RegisterTest
class ManyPlacesTests {
    private static final String HEAD = "Loại,Tên,Cấp ủy quản lý,Chi bộ,Có đảng viên,Cấp ủy viên phụ trách,Từ ngày\n";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;
    private String base;

    @BeforeEach
    void aClerkOfTheEast() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        base = orgs.name(tree.eastBase());
    }

    @Test
    void eachFaultyRowIsNamedAndNothingIsRecorded() {
        assertThat(upload(HEAD + """
                        Ấp khóm nào,Ấp 1,%1$s,,Không,,01/01/2020
                        "Ấp, khóm",,%1$s,,Không,,01/01/2020
                        "Ấp, khóm",Ấp 3,Đảng bộ không có,,Không,,01/01/2020
                        "Ấp, khóm",Ấp 4,%1$s,%2$s,Có,,01/01/2020
                        "Ấp, khóm",Ấp 5,%1$s,,có lẽ,,31/02/2020
                        "Ấp, khóm",Ấp 6,%1$s,,Không,Người Không Có,01/01/2020
                        "Ấp, khóm",Ấp 7,%1$s,,Không,,01/05/2022
                        "Ấp, khóm",Ấp 8,%1$s,,Không,,30/04/2022
                        Hamlet,ấp 8,%1$s,,,,30/04/2022
                        """.formatted(base, orgs.name(tree.east()))))
                .hasStatusOk()
                .bodyText()
                .contains("Dòng 1: không có loại nơi “Ấp khóm nào”")
                .contains("Dòng 2: tên “” trống")
                .contains("Dòng 3: không rõ tổ chức đảng “Đảng bộ không có”")
                .contains("Dòng 4: Chi bộ này không thuộc")
                .contains("Dòng 5: có đảng viên hay không: “có lẽ” không đọc được")
                .contains("Dòng 5: từ ngày “31/02/2020” không đọc được")
                .contains("Dòng 6: không rõ người phụ trách “Người Không Có”")
                .contains("Dòng 7: ")
                .contains("Dòng 9: “ấp 8” đã có ở dòng trên")
                .doesNotContain("Dòng 8:");
        assertThat(recorded()).isZero();
    }

    @Test
    void whatWasLookedAtIsRecordedAtOnceAndNotTwice() {
        people.add(tree.eastCell(), person -> person.named("Thạch Phụ Trách"));
        var rows = """
                "Ấp, khóm",Ấp Một,%1$s,%2$s,Có,%3$s,01/01/2020
                Trường học,Trường Tiểu học Đông,%1$s,,,,02/09/2021
                """.formatted(base, orgs.name(tree.eastCell()), "Thạch Phụ Trách");
        assertThat(upload(HEAD + rows))
                .bodyText()
                .contains("Đã đọc 2 dòng", HtmlUtils.htmlEscape("Ấp, khóm; Ấp Một; " + base));
        assertThat(recorded()).isZero();
        var lines =
                "Ấp, khóm; Ấp Một; %1$s; %2$s; Có; %3$s; 01/01/2020\nTrường học; Trường Tiểu học Đông; %1$s; ; ; ; 02/09/2021"
                        .formatted(base, orgs.name(tree.eastCell()), "Thạch Phụ Trách");
        assertThat(post(lines + "\nTrường học; Trường mới; " + base + "; ; ; ; ngày nào"))
                .hasStatusOk();
        assertThat(recorded()).isZero();
        assertThat(post(lines)).hasStatus3xxRedirection();
        assertThat(recorded()).isEqualTo(2);
        assertThat(mvc.get().uri("/plans/places").with(clerk))
                .bodyText()
                .contains("Ấp Một", "Trường Tiểu học Đông", "Thạch Phụ Trách", "/plans/places/many");
        assertThat(post(lines)).hasStatusOk().bodyText().contains("Dòng 1: “Ấp Một” đã có trong sổ");
        assertThat(recorded()).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where act = 'planning.place-recorded' and organisation_id = ?")
                        .param(tree.eastBase().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anotherDistrictsCommitteeIsUnknownAndNonsenseIsShownAgain() {
        var west = "Ấp, khóm; Ấp Tây; " + orgs.name(tree.westBase()) + "; ; ; ; 01/01/2020";
        assertThat(post(west)).hasStatusOk().bodyText().contains("không rõ tổ chức đảng");
        assertThat(post(" ")).hasStatusOk().bodyText().contains("ít nhất một dòng");
        assertThat(post(";;;;;;\n\t")).hasStatusOk().bodyText().contains("Dòng 1");
        assertThat(upload("Không phải bảng")).hasStatus(422);
        assertThat(upload("")).hasStatus(422).bodyText().contains("Chưa chọn tệp");
        assertThat(mvc.get().uri("/plans/places/many").with(clerk)).hasStatusOk();
        assertThat(mvc.get().uri("/plans/places/many").with(signIn.as(Role.INSPECTOR, tree.east())))
                .hasStatus(403);
    }

    @Test
    void theSheetOfPostsIsReadAsItIsExported() {
        people.add(tree.eastCell(), person -> person.named("Lê Giữ Chức"));
        var hamlet = "Ấp Giữ Chức";
        assertThat(post("Ấp, khóm; " + hamlet + "; " + base + "; ; ; ; 01/01/2020"))
                .hasStatus3xxRedirection();
        var lines = """
                Lê Giữ Chức; Trưởng ban công tác mặt trận; Ấp Giữ Chức; ; có; 01/02/2020
                Trần Văn Ngoài; Trưởng ấp, trưởng khóm; Ấp Giữ Chức; %s; không; 01/03/2020
                """.formatted(base);
        assertThat(post("posts/many", lines)).hasStatus3xxRedirection();
        assertThat(held()).containsExactlyInAnyOrder("Lê Giữ Chức true", "Trần Văn Ngoài false");
        var exported =
                mvc.get().uri("/plans/places/posts.csv?lang=vi").with(clerk).exchange();
        assertThat(exported).hasStatusOk().bodyText().contains("Lê Giữ Chức");
        assertThat(upload(
                        "posts/many",
                        new String(exported.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .as("what is there already is named row by row, and the columns are known")
                .contains("Dòng 1: ", "Dòng 2: ", "Lê Giữ Chức đang giữ", "Trần Văn Ngoài đang giữ");
        assertThat(held()).hasSize(2);
    }

    @Test
    void eachFaultyPostIsNamedAndNothingIsRecorded() {
        assertThat(post("Ấp, khóm; Ấp Chức Danh; " + base + "; ; ; ; 01/01/2020\nẤp, khóm; Ấp Trùng; " + base
                        + "; ; ; ; 01/01/2020\nẤp, khóm; Ấp Trùng; " + orgs.name(tree.east()) + "; ; ; ; 01/01/2020"))
                .hasStatus3xxRedirection();
        assertThat(post("posts/many", """
                        ; Trưởng ấp, trưởng khóm; Ấp Chức Danh; ; ; 01/01/2021
                        Lê Một; Chức gì; Ấp Chức Danh; ; ; 01/01/2021
                        Lê Hai; Trưởng ấp, trưởng khóm; Ấp Không Có; ; ; 01/01/2021
                        Lê Ba; Trưởng ấp, trưởng khóm; Ấp Trùng; ; ; 01/01/2021
                        Lê Bốn; Trưởng ấp, trưởng khóm; Ấp Chức Danh; ; có lẽ; 01/01/2021
                        Lê Không Ai; Trưởng ấp, trưởng khóm; Ấp Chức Danh; ; có; 01/01/2021
                        Lê Sáu; Trưởng ấp, trưởng khóm; Ấp Chức Danh; ; ; 31/12/2019
                        Lê Bảy; Trưởng ấp, trưởng khóm; Ấp Chức Danh; ; ; 01/01/2020
                        lê bảy; Trưởng ấp, trưởng khóm; Ấp Chức Danh; ; ; 01/01/2021
                        """))
                .hasStatusOk()
                .bodyText()
                .contains("Dòng 1: người giữ “”", "Dòng 2: không có chức danh “Chức gì”")
                .contains("Dòng 3: không rõ nơi “Ấp Không Có”", "Dòng 4: không rõ nơi “Ấp Trùng”")
                .contains("Dòng 5: là đảng viên hay không: “có lẽ”", "Dòng 6: không rõ đảng viên “Lê Không Ai”")
                .contains("Dòng 7: ", "Dòng 9: “lê bảy” đã có ở dòng trên")
                .doesNotContain("Dòng 8:");
        assertThat(held()).isEmpty();
        assertThat(upload("posts/many", "")).hasStatus(422).bodyText().contains("Chưa chọn tệp");
    }

    private List<String> held() {
        return jdbc.sql("""
                        select h.holder || ' ' || (h.member_id is not null) from planning.place_post h
                        join planning.place_state s on s.place_id = h.place_id where s.organisation_id = ?
                        """)
                .param(tree.eastBase().id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long recorded() {
        return jdbc.sql("select count(*) from planning.place_state where organisation_id = ?")
                .param(tree.eastBase().id())
                .query(Long.class)
                .single();
    }

    private MvcTestResult post(String lines) {
        return post("many", lines);
    }

    private MvcTestResult post(String page, String lines) {
        return mvc.post()
                .uri("/plans/places/" + page)
                .param("lines", lines)
                .with(clerk)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult upload(String csv) {
        return upload("many", csv);
    }

    private MvcTestResult upload(String page, String csv) {
        return mvc.post()
                .uri("/plans/places/" + page + "/sheet")
                .multipart()
                .file(new MockMultipartFile("file", "dia-ban.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(clerk)
                .with(csrf())
                .exchange();
    }
}

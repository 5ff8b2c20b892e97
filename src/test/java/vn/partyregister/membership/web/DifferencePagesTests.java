package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.Ground;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;
import vn.partyregister.membership.Differences;
import vn.partyregister.organisation.Decision;

@RegisterTest
class DifferencePagesTests {
    private static final String DAYS = "&from=2021-12-31&to=2022-03-31";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private Sheets sheets;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    /** Five on 31/12/2021: one leaves, one moves inside, one is recognised, one comes; what happens a day too early or late is no difference. */
    @BeforeEach
    void aQuarterOfLife() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        people.add(tree.eastCell(), person -> person.named("Sơn Thị Ở"));
        people.died(
                people.add(tree.eastCell(), person -> person.named("Sơn Thị Mất")),
                tree.eastCell(),
                LocalDate.of(2022, 3, 31));
        people.died(
                people.add(tree.eastCell(), person -> person.named("Sơn Thị Sau")),
                tree.eastCell(),
                LocalDate.of(2022, 4, 1));
        people.died(
                people.add(tree.eastCell(), person -> person.named("Sơn Thị Trước")),
                tree.eastCell(),
                LocalDate.of(2021, 12, 31));
        people.moved(
                people.add(tree.eastCell(), person -> person.named("Sơn Thị Quanh")),
                tree.eastCell(),
                tree.otherEastCell(),
                LocalDate.of(2022, 1, 1));
        people.add(
                tree.eastCell(),
                person -> person.named("Sơn Thị Chính").joined(LocalDate.of(2021, 2, 3), LocalDate.of(2022, 2, 3)));
        people.add(tree.eastCell(), person -> person.named("Sơn Thị Mới").joined(LocalDate.of(2022, 2, 3), null));
        people.moved(
                people.add(tree.westCell(), person -> person.named("Sơn Thị Đến")),
                tree.westCell(),
                tree.eastCell(),
                LocalDate.of(2022, 3, 3));
    }

    @Test
    void theFiguresCloseFromOneDayToTheOther() {
        var page = page("JOINED");
        assertThat(page).contains("Số liệu khớp");
        assertThat(figure(page, "Đảng viên ngày 31/12/2021")).isEqualTo("5");
        assertThat(figure(page, "Thêm vào danh sách")).isEqualTo("2");
        assertThat(figure(page, "Không còn trong danh sách")).isEqualTo("1");
        assertThat(figure(page, "Sinh hoạt ở tổ chức khác trong cùng đảng bộ")).isEqualTo("1");
        assertThat(figure(page, "Đổi tình trạng (dự bị, chính thức)")).isEqualTo("1");
        assertThat(figure(page, "Đảng viên ngày 31/03/2022")).isEqualTo("6");
    }

    @Test
    void eachFigureListsItsPeople() {
        assertThat(page("JOINED"))
                .contains("Sơn Thị Mới", "Sơn Thị Đến", "1–2 trong 2")
                .doesNotContain("Sơn Thị Ở");
        assertThat(page("DEPARTED"))
                .contains("Sơn Thị Mất", "Từ trần", "1–1 trong 1")
                .doesNotContain("Sơn Thị Sau", "Sơn Thị Trước");
        assertThat(page("MOVED")).contains("Sơn Thị Quanh").doesNotContain("Sơn Thị Đến");
        assertThat(page("STATUS")).contains("Sơn Thị Chính", "Dự bị", "Chính thức");
        assertThat(page("FACTS")).contains("Giữa hai ngày này không có đảng viên nào như vậy");
    }

    @Test
    void aNameChangedByDecisionIsADifferenceFromTheDayOfTheDecisionOn() {
        var member = people.add(tree.eastCell(), person -> person.named("Sơn Văn Cũ"));
        var here = sheets.get(member, Section.IDENTITY);
        var row = new TreeMap<>(here.rows().getFirst());
        row.put("full_name", "Sơn Văn Mới");
        var decision = new Decision("Huyện ủy Đông", "13-QĐ/HU", LocalDate.of(2022, 2, 15), null);
        assertThat(sheets.amend(
                        member, tree.eastCell(), Section.IDENTITY, List.of(row), Ground.by(decision), here.mark()))
                .isInstanceOf(Sheets.Outcome.Written.class);
        assertThat(page("FACTS")).contains("Sơn Văn Cũ → Sơn Văn Mới", "1–1 trong 1");
        assertThat(text(mvc.get()
                        .uri("/members/differences?kind=FACTS&from=2022-02-15&to=2022-03-31&organisation="
                                + tree.east())
                        .with(clerk)
                        .exchange()))
                .contains("Giữa hai ngày này không có đảng viên nào như vậy");
        assertThat(text(mvc.get()
                        .uri("/members/differences.csv?kind=FACTS" + DAYS + "&organisation=" + tree.east())
                        .with(clerk)
                        .exchange()))
                .contains("Sơn Văn Cũ → Sơn Văn Mới");
    }

    @Test
    void theListIsOrderedByWhatTheFilesSay() {
        for (var name : List.of("Sơn Văn Ba", "Sơn Văn An", "Sơn Văn Đà")) {
            var member = people.add(tree.eastCell(), person -> person.named(name));
            var here = sheets.get(member, Section.IDENTITY);
            var row = new TreeMap<>(here.rows().getFirst());
            row.put("full_name", "Kim " + name);
            var decision = new Decision("Huyện ủy Đông", "14-QĐ/HU", LocalDate.of(2022, 2, 15), null);
            assertThat(sheets.amend(
                            member, tree.eastCell(), Section.IDENTITY, List.of(row), Ground.by(decision), here.mark()))
                    .isInstanceOf(Sheets.Outcome.Written.class);
        }
        var asked = "/members/differences.csv?kind=FACTS" + DAYS + "&organisation=" + tree.east() + "&sort=file,";
        assertThat(text(get(asked + "asc"))).containsSubsequence("Kim Sơn Văn An", "Kim Sơn Văn Ba", "Kim Sơn Văn Đà");
        assertThat(text(get(asked + "desc"))).containsSubsequence("Kim Sơn Văn Đà", "Kim Sơn Văn Ba", "Kim Sơn Văn An");
    }

    @Test
    void theListIsNarrowedByNameAndOrderedByItsColumnsAndTheFiguresStay() {
        var asked = "?kind=JOINED" + DAYS + "&organisation=" + tree.east();
        var found = text(get("/members/differences" + asked + "&q=thi den"));
        assertThat(found).contains("Sơn Thị Đến", "1–1 trong 1", "q=thi%20den").doesNotContain("Sơn Thị Mới");
        assertThat(figure(found, "Thêm vào danh sách")).isEqualTo("2");
        assertThat(text(get("/members/differences" + asked + "&q=không ai"))).contains("name=\"q\"");
        assertThat(text(get("/members/differences.csv" + asked + "&q=thi den")).lines())
                .hasSize(2);
        for (var column : Differences.ORDERS) {
            assertThat(text(get("/members/differences" + asked + "&sort=" + column + ",desc")))
                    .contains("sort=" + column, "Sơn Thị Đến")
                    .doesNotContain("alert-warning");
        }
        assertThat(text(get("/members/differences.csv" + asked + "&sort=before,asc")))
                .containsSubsequence("Sơn Thị Đến", "Sơn Thị Mới");
        assertThat(get("/members/differences.pdf" + asked + "&q=thi den")).hasStatusOk();
    }

    @Test
    void theListLeavesAsAFileAndOnPaper() {
        assertThat(text(get("/members/differences.csv?kind=DEPARTED" + DAYS + "&organisation=" + tree.east())))
                .contains("Sơn Thị Mất");
        assertThat(get("/members/differences.xlsx?kind=JOINED" + DAYS + "&organisation=" + tree.east()))
                .hasStatusOk();
        assertThat(get("/members/differences.pdf?kind=JOINED" + DAYS + "&organisation=" + tree.east()))
                .hasStatusOk()
                .hasContentType("application/pdf");
    }

    @Test
    void whatCannotBeReadIsNamedAndWhatIsOutsideIsNotThere() {
        assertThat(text(get(
                        "/members/differences?from=2022-05-01&to=31/02/2022&kind=MUCH&organisation=" + tree.east())))
                .contains("“2022-05-01”", "“31/02/2022”", "“MUCH”");
        assertThat(get("/members/differences?organisation=" + tree.west())).hasStatus(404);
        assertThat(get("/members/differences.csv?organisation=" + tree.west())).hasStatus(404);
    }

    private String page(String kind) {
        return text(get("/members/differences?kind=" + kind + DAYS + "&organisation=" + tree.east()));
    }

    private static String figure(String page, String label) {
        var row = Pattern.compile(
                        Pattern.quote(label) + "</th>\\s*<td class=\"number\"[^>]*>(?:<a[^>]*>|<span>)([\\d.]+)<")
                .matcher(page);
        assertThat(row.find()).as(label).isTrue();
        return row.group(1);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(clerk).exchange();
    }

    private static String text(MvcTestResult answer) {
        return HtmlUtils.htmlUnescape(
                new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.Form1;
import vn.partyregister.statistics.Period;

@RegisterTest
class Form1PagesTests extends StatisticsPages {
    private static final Pattern FIGURE = Pattern.compile("<a href=\"(/statistics/1/people[^\"]*)\">([\\d.]+)</a>");
    private static final Pattern TOTAL = Pattern.compile("\\d+–\\d+ trong ([\\d.]+)");
    private static final String YEAR = "&from=2022-01-01&to=2022-04-30";

    @Autowired
    private Form1 form1;

    /** Five at the beginning; one admitted, one died, one left for the west, one moved inside: four at the end. */
    @BeforeEach
    void aDistrictWithSomeLife() {
        people.add(tree.eastCell(), person -> person.named("Thạch Sa Ở"));
        people.add(tree.otherEastCell(), person -> person.named("Thạch Sa Lại"));
        var dies = people.add(tree.eastCell(), person -> person.named("Thạch Sa Mất"));
        people.died(dies, tree.eastCell(), LocalDate.of(2022, 2, 3));
        var leaves = people.add(tree.eastCell(), person -> person.named("Thạch Sa Đi"));
        people.moved(leaves, tree.eastCell(), tree.westCell(), LocalDate.of(2022, 3, 4));
        var moves = people.add(tree.eastCell(), person -> person.named("Thạch Sa Quanh"));
        people.moved(moves, tree.eastCell(), tree.otherEastCell(), LocalDate.of(2022, 4, 30));
        people.add(tree.otherEastCell(), person -> person.named("Thạch Sa Mới").joined(LocalDate.of(2022, 1, 1), null));
    }

    @Test
    void theFormClosesAndSaysSo() {
        var page = page(tree.east(), YEAR);
        assertThat(page).contains("Số liệu khớp: cả").doesNotContain("alert-danger");
        assertThat(figure(page, "A", null)).isEqualTo("5");
        assertThat(figure(page, "B1", null)).isEqualTo("1");
        assertThat(figure(page, "C1", null)).isEqualTo("1");
        assertThat(figure(page, "C5b", null)).isEqualTo("1");
        assertThat(figure(page, "D", null)).isEqualTo("4");
    }

    @Test
    void whoMovesInsideIsNeitherInNorOutOfTheWholeButOfItsParts() {
        assertThat(page(tree.east(), YEAR)).doesNotContain("row=B2", "row=C5c");
        var base = page(tree.eastBase(), YEAR);
        assertThat(figure(base, "INNER_OUT", tree.eastCell())).isEqualTo("1");
        assertThat(figure(base, "INNER_IN", tree.otherEastCell())).isEqualTo("1");
        assertThat(figure(page(tree.eastCell(), YEAR), "C5c", null)).isEqualTo("1");
        assertThat(figure(page(tree.otherEastCell(), YEAR), "B2c", null)).isEqualTo("1");
        assertThat(figure(page(tree.otherEastCell(), YEAR), "D", null)).isEqualTo("3");
    }

    @Test
    void everyFigureOpensTheListOfThatMany() {
        for (var organisation : new OrganisationId[] {tree.east(), tree.eastBase(), tree.eastCell()}) {
            var figures = FIGURE.matcher(page(organisation, YEAR)).results().toList();
            assertThat(figures).hasSizeGreaterThan(6).allSatisfy(figure -> {
                var list = body(HtmlUtils.htmlUnescape(figure.group(1)));
                var total = TOTAL.matcher(list);
                assertThat(total.find() ? total.group(1) : "0")
                        .as(figure.group(1))
                        .isEqualTo(figure.group(2));
            });
        }
    }

    @Test
    void whoHasLeftTheScopeIsListedAndTheirFileStaysClosed() {
        var list = body("/statistics/1/people?row=C&organisation=" + tree.east() + YEAR + "&sort=day,desc");
        assertThat(list).containsSubsequence("Thạch Sa Đi", "Thạch Sa Mất");
        assertThat(list)
                .containsPattern("<span>Thạch Sa Đi</span>")
                .containsPattern("<a href=\"[^\"]*\">Thạch Sa Mất</a>");
    }

    @Test
    void theListIsNarrowedByNameAndOrderedByAnyColumnOnThePageInTheFileAndOnPaper() {
        var asked = "?row=C&organisation=" + tree.east() + YEAR;
        assertThat(body("/statistics/1/people" + asked + "&q=SA di"))
                .contains("Thạch Sa Đi", "1–1 trong 1", "value=\"SA di\"", "q=SA%20di", "row=C")
                .doesNotContain("Thạch Sa Mất");
        assertThat(body("/statistics/1/people" + asked + "&q=không ai")).contains("name=\"q\"", "Không có ai");
        assertThat(body("/statistics/1/people.csv" + asked + "&q=SA di").lines())
                .hasSize(2);
        assertThat(body("/statistics/1/people.csv" + asked + "&sort=after,desc"))
                .containsSubsequence("Thạch Sa Đi", "Thạch Sa Mất");
        for (var column : List.of("name", "born", "day", "kind", "before", "after", "decision")) {
            assertThat(HtmlUtils.htmlUnescape(body("/statistics/1/people" + asked + "&sort=" + column + ",desc"))
                            .replace("%2C", ","))
                    .contains(
                            "people.xlsx" + asked + "&sort=" + column + ",desc",
                            "people.pdf" + asked + "&sort=" + column + ",desc")
                    .doesNotContain("alert-warning");
        }
        var paper = get("/statistics/1/people.pdf" + asked + "&q=SA di&sort=kind,asc");
        assertThat(PrintedPages.of(paper.getMvcResult().getResponse().getContentAsByteArray())
                        .words())
                .contains("Họ và tên: SA di", "Thạch Sa Đi")
                .doesNotContain("Thạch Sa Mất");
    }

    @Test
    void thePeriodBeforeGivesThePercentAndNoneWhereItHasNoBase() {
        var page = page(tree.east(), "&from=2022-04-01&to=2022-04-30");
        assertThat(page).contains("80,00").doesNotContain("NaN", "Infinity");
        assertThat(figure(page, "A", null)).isEqualTo("4");
        var quarter = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 3, 31));
        assertThat(form1.page(tree.east(), quarter, Scope.EVERYTHING, quarter.to())
                        .lines())
                .filteredOn(line -> line.before().count() == 0)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.percent()).isNull())
                .anyMatch(line -> line.now().count() == 1);
        var csv = body("/statistics/1.csv?organisation=%s&from=2022-01-01&to=2022-03-31".formatted(tree.east()))
                .lines()
                .toList();
        var column = csv.stream()
                .filter(line -> line.contains("Tỷ lệ %"))
                .map(line -> List.of(line.split(",", -1)).indexOf("Tỷ lệ %"))
                .findFirst()
                .orElseThrow();
        assertThat(csv)
                .filteredOn(line -> line.contains("Kết nạp,1,0,"))
                .singleElement()
                .satisfies(line -> assertThat(line.split(",", -1)[column]).isEmpty());
        assertThat(csv)
                .filteredOn(line -> line.contains("cuối kỳ"))
                .first()
                .satisfies(line -> assertThat(line.split(",", -1)[column]).isNotEmpty());
    }

    @Test
    void anUnreadablePeriodIsNamedAndTheYearToDateShown() {
        var page = page(tree.east(), "&from=31/02/2022&to=chua-biet");
        assertThat(page).contains("“31/02/2022” ở mục “Từ ngày”", "“chua-biet”", "Từ 01/01/2022 đến hết 30/04/2022");
    }

    @Test
    void theFormLeavesAsAFileAndOnPaper() {
        var csv = body("/statistics/1.csv?organisation=" + tree.east() + YEAR);
        assertThat(csv).contains("Kết nạp", "Đảng viên có trong danh sách cuối kỳ");
        assertThat(get("/statistics/1.xlsx?organisation=" + tree.east() + YEAR)).hasStatusOk();
        var paper = get("/statistics/1.pdf?organisation=" + tree.eastBase() + YEAR);
        assertThat(paper).hasStatusOk().hasContentType("application/pdf");
        var printed = PrintedPages.of(paper.getMvcResult().getResponse().getContentAsByteArray());
        assertThat(printed.words())
                .contains("Chi bộ ấp Đông 1", "Chi bộ ấp Đông 2", "Cộng các tổ chức trực thuộc 5 1 1 2 1 4");
        var people = body("/statistics/1/people.csv?row=C&organisation=" + tree.east() + YEAR);
        assertThat(people.lines()).hasSize(3);
        assertThat(people).contains("Từ trần", "Thạch Sa Đi");
    }

    @Test
    void anOrganisationOutsideTheScopeIsNotThere() {
        assertThat(get("/statistics/1?organisation=" + tree.west())).hasStatus(404);
        assertThat(get("/statistics/1/people?organisation=" + tree.west())).hasStatus(404);
        assertThat(report(Map.of("organisation", tree.west().toString(), "figure", "1")))
                .hasStatus(404);
    }

    @Test
    void aReportedFigureStandsBesideTheComputedOneUntilItIsTakenBack() {
        assertThat(report(Map.of("figure", "3826"))).hasStatus3xxRedirection();
        var page = page(tree.east(), YEAR);
        assertThat(page).contains("3.826", "chênh -3.825", "Báo cáo số 5-BC/HU").contains("Số liệu khớp");
        assertThat(figure(page, "B1", null)).isEqualTo("1");
        assertThat(page(tree.east(), "&from=2022-02-01"))
                .contains("Kỳ khác có số đã báo cáo")
                .doesNotContain("3.826");
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'statistics.reported' and subject_id = ?")
                        .param(tree.east().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(report(Map.of("figure", ""))).hasStatus3xxRedirection();
        assertThat(page(tree.east(), YEAR)).doesNotContain("3.826");
    }

    @Test
    void aReportedFigureNeedsANumberARowAndItsSource() {
        assertThat(report(Map.of("figure", "-1")).getMvcResult().getResponse().getStatus())
                .isEqualTo(200);
        assertThat(content(report(Map.of("figure", "-1")))).contains("Hãy ghi một số nguyên không âm");
        assertThat(content(report(Map.of("figure", "nhiều")))).contains("nhiều", "Không đọc được giá trị này");
        assertThat(content(report(Map.of("source", " ")))).contains("Hãy ghi số này lấy từ văn bản nào");
        assertThat(content(report(Map.of("to", "31/12/2022")))).contains("“31/12/2022” ở mục “Đến ngày”");
        assertThat(report(Map.of("row", "Z9"))).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from statistics.reported_figure where organisation_id = ?")
                        .param(tree.east().id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MvcTestResult report(Map<String, String> different) {
        var sent = new HashMap<>(Map.of(
                "organisation", tree.east().toString(),
                "from", "01/01/2022",
                "to", "30/04/2022",
                "row", "B1",
                "figure", "3826",
                "source", "Báo cáo số 5-BC/HU"));
        sent.putAll(different);
        var request =
                mvc.post().uri("/statistics/1/reported-figures").with(district).with(csrf());
        sent.forEach(request::param);
        return request.exchange();
    }

    /** The figure of a row, or of a column of a part, that opens a list. */
    private static String figure(String page, String row, @Nullable OrganisationId child) {
        return FIGURE.matcher(page)
                .results()
                .filter(found -> {
                    var address = HtmlUtils.htmlUnescape(found.group(1));
                    return address.contains("row=" + row + "&")
                            && address.contains("to=2022-04-30")
                            && (child == null ? !address.contains("child=") : address.endsWith("child=" + child));
                })
                .findFirst()
                .map(found -> found.group(2))
                .orElse("0");
    }

    private String page(OrganisationId organisation, String period) {
        return body("/statistics/1?organisation=" + organisation + period);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(district).exchange();
    }

    private String body(String address) {
        var answer = get(address);
        assertThat(answer).as(address).hasStatusOk();
        return content(answer);
    }

    private static String content(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

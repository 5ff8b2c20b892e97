package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;

@RegisterTest
@NullUnmarked
class AdmittedFormPagesTests extends StatisticsPages {
    private static final Pattern FIGURE = Pattern.compile("<a href=\"(/statistics/2B?/people[^\"]*)\">([\\d.]+)</a>");
    private static final Pattern TOTAL = Pattern.compile("\\d+–\\d+ trong ([\\d.]+)");
    private static final String YEAR = "&from=2022-01-01&to=2022-04-30";

    /** Three admitted this year, one the year before. */
    @BeforeEach
    void aDistrictThatAdmits() {
        var day = LocalDate.of(2022, 2, 3);
        people.add(tree.eastCell(), one -> one.named("Thạch Sa Một").woman().joined(day, null));
        people.add(
                tree.eastCell(),
                one -> one.named("Thạch Sa Hai").of("KHMER", "BUDDHISM").joined(day, null));
        people.add(tree.otherEastCell(), one -> one.named("Thạch Sa Ba").joined(day, null));
        people.add(tree.eastCell(), one -> one.named("Thạch Sa Trước").joined(day.minusYears(1), null));
        people.add(tree.westCell(), one -> one.named("Tây Bí Mật").joined(day, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2B"})
    void everyFigureOpensTheListOfThatMany(String form) {
        var page = page(form);
        assertThat(page).contains("Số liệu khớp: cả").doesNotContain("alert-danger");
        assertThat(FIGURE.matcher(page).results().toList())
                .hasSizeGreaterThan(4)
                .allSatisfy(figure -> {
                    var total = TOTAL.matcher(body(HtmlUtils.htmlUnescape(figure.group(1))));
                    assertThat(total.find() ? total.group(1) : "0")
                            .as(figure.group(1))
                            .isEqualTo(figure.group(2));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2B"})
    void thePeopleAreNarrowedByNameAndOrderedByAnyColumn(String form) {
        var list = "/statistics/" + form + "/people";
        var asked = "?row=I&organisation=" + tree.east() + YEAR;
        assertThat(body(list + asked + "&q=sa mot"))
                .contains("Thạch Sa Một", "1–1 trong 1")
                .doesNotContain("Thạch Sa Ba");
        assertThat(body(list + ".csv" + asked + "&q=sa mot").lines()).hasSize(2);
        assertThat(get(list + ".pdf" + asked + "&q=sa mot")).hasStatusOk();
        for (var column : List.of("name", "born", "day", "kind", "before", "after", "decision")) {
            assertThat(HtmlUtils.htmlUnescape(body(list + asked + "&sort=" + column + ",desc"))
                            .replace("%2C", ","))
                    .contains(list + ".csv" + asked + "&sort=" + column + ",desc")
                    .doesNotContain("alert-warning");
        }
    }

    @Test
    void form2TellsThisPeriodTheOneBeforeAndThePercent() {
        assertThat(page("2")).containsPattern(">3</a>[\\s\\S]{0,200}>1</a>[\\s\\S]{0,60}300,00");
    }

    /** Beside the sentence of the page, and beside ages counted by hand: people are born in 1970 unless it is said. */
    @Test
    void theFileOfForm2EndsWithTheAverageAgeThatThePageTells() {
        var told = jdbc.sql("""
                        select replace(cast(round(avg(extract(year from age(e.effective_on, m.born_earliest))), 1) as text), '.', ',')
                        from membership.told e join member.member m on m.id = e.member_id
                        where e.kind = 'ADMITTED' and e.to_organisation_id = any(:cells)
                            and extract(year from e.effective_on) = 2022
                        """)
                .param(
                        "cells",
                        new UUID[] {tree.eastCell().id(), tree.otherEastCell().id()})
                .query((row, _) -> row.getString(1))
                .single();
        assertThat(page("2")).contains("Tuổi đời bình quân khi kết nạp: " + told);
        var file = body("/statistics/2.csv?organisation=" + tree.east() + YEAR);
        assertThat(file.lines().toList().getLast())
                .contains("Tuổi đời bình quân khi kết nạp")
                .contains(told.replace(',', '.'));
        assertThat(body("/statistics/2B.csv?organisation=" + tree.east() + YEAR))
                .doesNotContain("bình quân");
        assertThat(body("/statistics/2.csv?from=2019-01-01&to=2019-12-31&organisation=" + tree.east()))
                .as("nobody was admitted")
                .doesNotContain("bình quân");
    }

    @Test
    void whatTheRegisterDoesNotKeepIsNotShownAsNought() {
        assertThat(page("2")).containsPattern("kế hoạch hóa gia đình</span>[\\s\\S]{0,120}sổ chưa ghi");
    }

    @Test
    void form2BShowsTheGroupsThatSomebodyBelongsToAndPrintsAll() {
        assertThat(page("2B")).contains("Khơ-me", "Phật giáo").doesNotContain("Gia Rai", "Tin Lành");
        assertThat(body("/statistics/2B.csv?organisation=" + tree.east() + YEAR))
                .contains("Gia Rai", "Tin Lành");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2B"})
    void theFormLeavesAsAFileAndOnPaper(String form) {
        assertThat(body("/statistics/" + form + ".csv?organisation=" + tree.east() + YEAR))
                .contains("Đảng viên mới kết nạp");
        assertThat(get("/statistics/" + form + ".xlsx?organisation=" + tree.east() + YEAR))
                .hasStatusOk();
        var paper = get("/statistics/" + form + ".pdf?organisation=" + tree.eastBase() + YEAR);
        assertThat(paper).hasStatusOk().hasContentType("application/pdf");
        assertThat(PrintedPages.of(paper.getMvcResult().getResponse().getContentAsByteArray())
                        .words())
                .contains("Biểu số " + form + "-BTCTW", "ĐẢNG VIÊN MỚI KẾT NẠP", "TRƯỞNG BAN");
        assertThat(body("/statistics/" + form + "/people.csv?row=I&organisation=" + tree.east() + YEAR)
                        .lines())
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2B"})
    void anOrganisationOutsideTheScopeIsNotThere(String form) {
        assertThat(get("/statistics/" + form + "?organisation=" + tree.west())).hasStatus(404);
        assertThat(get("/statistics/" + form + "/people?organisation=" + tree.west()))
                .hasStatus(404);
        assertThat(page(form)).doesNotContain("Tây Bí Mật");
    }

    @Test
    void whatCannotBeReadIsNamedAndTheWholeYearShown() {
        assertThat(body("/statistics/2?from=31/02/2022&to=chua-biet"))
                .contains("“31/02/2022” ở mục “Từ ngày”", "“chua-biet”", "Từ 01/01/2022 đến hết 30/04/2022");
        assertThat(body("/statistics/2/people?row=III&women=vài" + YEAR)).contains("“III” ở mục “Dòng”", "vài");
        assertThat(get("/statistics/3")).hasStatus(404);
    }

    private String page(String form) {
        return body("/statistics/" + form + "?organisation=" + tree.east() + YEAR);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(district).exchange();
    }

    private String body(String address) {
        var answer = get(address);
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

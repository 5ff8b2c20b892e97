package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.partyregister.RegisterTest;

/** The lists of periods and of reconciliations are narrowed, ordered and taken out as any other list. */
@RegisterTest
class PeriodListPagesTests extends StatisticsPages {
    /** The base has closed the first quarter of 2022 and the last of 2021. */
    @BeforeEach
    void twoClosedQuarters() {
        desk.closeQuarter(tree.eastBase(), base);
        assertThat(desk.close(tree.eastBase(), "QUARTER", "31/12/2021", base)).hasStatus3xxRedirection();
    }

    private String periods(String asked) {
        return desk.get("/periods?organisation=" + tree.eastBase() + asked, base);
    }

    private static long rows(String page) {
        return Pattern.compile("<td>31/|<td>30/|<td>28/")
                .matcher(page.substring(page.indexOf("<tbody>")))
                .results()
                .count();
    }

    @Test
    void periodsAreNarrowedByKindAndState() {
        assertThat(rows(periods("&kind=QUARTER&state=CLOSED"))).isEqualTo(2);
        assertThat(rows(periods("&kind=QUARTER&state=OPEN"))).isEqualTo(rows(periods("&kind=QUARTER")) - 2);
        assertThat(periods("&kind=MONTH&state=CLOSED")).contains("Không có dòng nào khớp");
        assertThat(rows(periods("&state=OVERDUE"))).isLessThanOrEqualTo(rows(periods("&state=OPEN")));
        assertThat(periods("&state=ajar&kind=FORTNIGHT&sort=colour")).contains("ajar", "FORTNIGHT", "colour");
    }

    @Test
    void periodsAreOrderedByEachColumnBothWays() {
        var asked = "&kind=QUARTER&state=CLOSED&sort=";
        for (var column : new String[] {"to", "from", "due"}) {
            assertThat(periods(asked + column + ",asc")).containsSubsequence("31/12/2021", "31/03/2022");
            assertThat(periods(asked + column + ",desc").replaceAll("(?s).*<tbody>", ""))
                    .containsSubsequence("31/03/2022", "31/12/2021");
        }
        // the later quarter was closed first
        assertThat(periods(asked + "state,asc").replaceAll("(?s).*<tbody>", ""))
                .containsSubsequence("31/03/2022", "31/12/2021");
        assertThat(periods("&sort=kind,asc").replaceAll("(?s).*<tbody>", ""))
                .containsSubsequence("Tháng", "Quý", "Sáu tháng");
        assertThat(periods("&sort=below,desc")).contains("aria-sort=\"descending\"");
    }

    @Test
    void theFilesHoldWhatThePageShows() {
        var asked = "?kind=QUARTER&state=CLOSED&sort=to,asc&organisation=" + tree.eastBase();
        assertThat(desk.get("/periods.csv" + asked, base))
                .containsSubsequence("31/12/2021", "31/03/2022")
                .contains("Đã khóa");
        assertThat(desk.get("/periods/history.csv?sort=closed,asc&organisation=" + tree.eastBase(), base))
                .containsSubsequence("31/03/2022", "31/12/2021");
        assertThat(desk.get(
                        "/periods/children.csv?kind=QUARTER&to=31/03/2022&closed=true&organisation=" + tree.east(),
                        district))
                .contains(orgs.name(tree.eastBase()));
        assertThat(desk.get(
                        "/periods/children?kind=QUARTER&to=31/03/2022&closed=false&sort=state,desc&organisation="
                                + tree.east(),
                        district))
                .doesNotContain("/periods?organisation=" + tree.eastBase());
        assertThat(desk.ask("/periods.csv?state=ajar&organisation=" + tree.eastBase(), base))
                .hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/periods.%s?organisation=",
                "/periods/history.%s?organisation=",
                "/periods/children.%s?kind=QUARTER&to=31/03/2022&organisation=",
                "/reconciliations/list.%s?on=2022-03-31&organisation=",
                "/statistics/1/people.%s?row=D&organisation=",
                "/statistics/2/people.%s?row=I&organisation=",
                "/inbox/punctuality.%s?year=2022&organisation=",
                "/plans.%s?kind=YEAR&year=2022&q=k&sort=paper,desc&x=",
                "/plans/places.%s?sort=cell,asc&organisation=",
                "/plans/places/posts.%s?sort=member,desc&organisation="
            })
    void eachListLeavesAsWorkbookTextAndPaper(String address) {
        for (var format : new String[] {"xlsx", "csv", "pdf"}) {
            assertThat(desk.ask(address.formatted(format) + tree.east(), district))
                    .as(format)
                    .hasStatusOk();
        }
    }

    @Test
    void reconciliationsAreNarrowedAndOrdered() {
        var list = "/reconciliations?on=2022-03-31&organisation=" + tree.east();
        assertThat(desk.get(list + "&state=SETTLED", district))
                .contains("1/1 tổ chức trực thuộc chưa đối chiếu xong")
                .doesNotContain("/reconciliations/" + tree.eastBase() + "?");
        for (var column : new String[] {"name", "state", "own", "above"}) {
            assertThat(desk.get(list + "&sort=" + column + ",desc", district))
                    .contains("/reconciliations/" + tree.eastBase() + "?", "aria-sort=\"descending\"");
        }
    }

    @Test
    void theTotalsOfPunctualityOpenWhatTheyCount() {
        var page = desk.get("/inbox/punctuality?year=2022&organisation=" + tree.east(), district);
        var total = Pattern.compile("href=\"(/inbox\\?[^\"]*over=true)\">([\\d.]+)<")
                .matcher(page);
        assertThat(total.find()).isTrue();
        do {
            assertThat(desk.get(total.group(1), district)).contains("trong " + total.group(2) + "<");
        } while (total.find());
    }
}

package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.statistics.RestatedList;

/** What a closed period shows: its frozen figures, what came late, and the people of both. */
@RegisterTest
class RestatementPagesTests extends StatisticsPages {
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 3, 31);
    private static final Pattern LATE =
            Pattern.compile("href=\"(/periods/[^\"]*/people[^\"]*)\">(?:.|thêm |bớt )([\\d.]+)<");

    @Autowired
    private PlatformTransactionManager transactions;

    private MemberId stays;

    @BeforeEach
    void aBaseWithThree() {
        stays = threeInTheBase();
    }

    @Test
    void aClosedPeriodKeepsItsFiguresAndSaysWhoClosedItWhen() {
        var page = desk.get(desk.closeQuarter(tree.eastBase(), base), base);
        assertThat(page).contains("Quý 01/01/2022–31/03/2022", "clerk-", "Chưa có điều chỉnh sau khi khóa sổ");
        assertThat(figures(page, "Đảng viên có trong danh sách cuối kỳ")).isEqualTo("3 – – 3 2");
        assertThat(figures(page, "Kết nạp")).isEqualTo("1 – – 1 0");
        assertThat(form(base)).contains("Số khóa sổ: Quý", "Chưa có điều chỉnh");
        assertThat(desk.get("/periods?organisation=" + tree.eastBase(), base)).contains("Đã khóa sổ lúc");
        assertThat(desk.get("/periods/children?organisation=" + tree.east() + "&kind=QUARTER&to=2022-03-31", district))
                .contains("Đã khóa sổ lúc");
    }

    @Test
    void aFactOfTheLastDayThatIsRecordedLateIsARestatementAndOneOfTheDayAfterIsNot() {
        var closed = desk.closeQuarter(tree.eastBase(), base);
        people.died(stays, tree.eastCell(), LAST_DAY.plusDays(1));
        assertThat(desk.get(closed, base)).contains("Chưa có điều chỉnh sau khi khóa sổ");
        var dies = people.add(tree.eastCell(), person -> person.named("Lâm Thị Muộn"));
        people.died(dies, tree.eastCell(), LAST_DAY);
        var page = desk.get(closed, base);
        assertThat(figures(page, "Từ trần")).isEqualTo("0 +1 – 1 0");
        assertThat(figures(page, "Đảng viên có đến cuối kỳ trước")).isEqualTo("2 +1 – 3 2");
        assertThat(figures(page, "Đảng viên có trong danh sách cuối kỳ")).isEqualTo("3 – – 3 2");
        for (var column : RestatedList.ORDERS) {
            assertThat(desk.get(closed + "/people?row=C1&change=ADDED&sort=" + column + ",desc", base))
                    .contains("change=ADDED&sort=" + column)
                    .doesNotContain("alert-warning");
        }
        var list = desk.get(closed + "/people?row=C1&change=ADDED", base);
        assertThat(list).contains("Lâm Thị Muộn", "Từ trần", "31/03/2022").doesNotContain("Lâm Thị Ở");
        assertThat(form(base)).contains("thêm 1", "dòng có điều chỉnh");
        assertThat(desk.ask(closed + "/people/list.pdf?row=C1&change=ADDED", base))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(desk.get(closed + "/people/list.csv?row=C1&change=ADDED", base))
                .contains("Lâm Thị Muộn");
        assertThat(desk.get(closed + "/people?row=C1&change=ADDED&q=thi muon", base))
                .contains("Lâm Thị Muộn", "/people/list.csv?row=C1&change=ADDED&q=thi%20muon&sort=name,asc");
        assertThat(desk.get(closed + "/people?row=C1&change=ADDED&q=ai khác%", base))
                .contains("value=\"ai khác%\"")
                .doesNotContain("Lâm Thị Muộn");
        assertThat(desk.get(closed + "/people/list.csv?row=C1&change=ADDED&q=ai khác", base)
                        .lines())
                .hasSize(1);
        assertThat(desk.ask(closed + "/people/list.pdf?row=C1&change=ADDED&q=muon", base))
                .hasStatusOk();
        assertThat(desk.get(closed + "/form.csv", base)).contains("Từ trần");
    }

    @Test
    void whatWasRecordedBeforeTheClosingIsInItAndAReversalAfterItTakesOut() {
        people.died(stays, tree.eastCell(), LAST_DAY);
        var closed = desk.closeQuarter(tree.eastBase(), base);
        assertThat(figures(desk.get(closed, base), "Từ trần")).isEqualTo("1 – – 1 0");
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id, reverses, reason,
                            recorded_by)
                        select gen_random_uuid(), member_id, kind, effective_on, from_organisation_id, id, 'nhầm người', 'test'
                        from membership.movement where member_id = ? and kind = 'DIED'
                        """).param(stays.id()).update();
        var page = desk.get(closed, base);
        assertThat(figures(page, "Từ trần")).isEqualTo("1 – −1 0 0");
        assertThat(figures(page, "Đảng viên có trong danh sách cuối kỳ")).isEqualTo("2 +1 – 3 2");
        assertThat(desk.get(closed + "/people?row=D&change=ADDED", base)).contains("Hủy bản ghi: Từ trần");
    }

    @Test
    void aDecisionAboutManyThatComesTooLateForAClosedPeriodIsSaidInItsPreview() {
        assertThat(struckOffTogether("31/03/2022", "16-QĐ/ĐU")).doesNotContain("kỳ đã khóa sổ");
        desk.closeQuarter(tree.eastBase(), base);
        assertThat(struckOffTogether("31/03/2022", "17-QĐ/ĐU")).contains("kỳ đã khóa sổ", "Quý 01/01/2022–31/03/2022");
        assertThat(struckOffTogether("01/04/2022", "18-QĐ/ĐU")).doesNotContain("kỳ đã khóa sổ");
    }

    private String struckOffTogether(String day, String number) {
        var chosen = Desk.redirected(desk.posted("/members/bulk", base, "act", "movement", "member", stays.toString()));
        var work = chosen.replace("/movement", "");
        desk.posted(
                chosen,
                base,
                "kind",
                "STRUCK_OFF",
                "day",
                day,
                "ground",
                "NO_DUES",
                "number",
                number,
                "decidedOn",
                day,
                "issuer",
                orgs.name(tree.east()));
        return desk.get(work, base);
    }

    @Test
    void theClosedFormPrintsWithItsRestatementsAndItsParts() {
        var closed = desk.closeQuarter(tree.eastBase(), base);
        people.died(stays, tree.eastCell(), LAST_DAY);
        var answer = desk.ask(closed + "/form.pdf", base);
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(PrintedPages.of(answer.getMvcResult().getResponse().getContentAsByteArray())
                        .words())
                .contains("TĂNG, GIẢM ĐẢNG VIÊN", "Đã khóa sổ lúc", "Từ trần 0 1 0 1 0", "Chi bộ ấp Đông 1");
    }

    @Test
    void whatIsCommittedAfterTheClosingIsLateHoweverEarlyItBegan() {
        var closed = new TransactionTemplate(transactions).execute(_ -> {
            people.died(stays, tree.eastCell(), LAST_DAY);
            return CompletableFuture.supplyAsync(() -> desk.closeQuarter(tree.eastBase(), base))
                    .join();
        });
        assertThat(figures(desk.get(Objects.requireNonNull(closed), base), "Từ trần"))
                .isEqualTo("0 +1 – 1 0");
    }

    @Test
    void thePeriodAfterOpensWithWhatWasClosedAndRestated() {
        desk.closeQuarter(tree.eastBase(), base);
        var after = "/statistics/1?from=2022-04-01&to=2022-04-30&organisation=" + tree.eastBase();
        assertThat(desk.get(after, base))
                .contains("số cuối kỳ đã khóa sổ trước đó (Quý)")
                .contains("Số liệu khớp");
        people.died(stays, tree.eastCell(), LAST_DAY);
        assertThat(desk.get(after, base))
                .contains("số cuối kỳ đã khóa sổ trước đó (Quý)")
                .contains("Số liệu khớp");
    }

    @Test
    void everyRestatedFigureOpensThatMany() {
        var closed = desk.closeQuarter(tree.eastBase(), base);
        people.died(stays, tree.eastCell(), LocalDate.of(2021, 12, 31));
        people.add(tree.eastCell(), person -> person.named("Lâm Thị Nữa").joined(LocalDate.of(2022, 3, 3), null));
        var figures = LATE.matcher(desk.get(closed, base)).results().toList();
        assertThat(figures)
                .hasSize(5)
                .allSatisfy(figure -> assertThat(desk.get(figure.group(1).replace("&amp;", "&"), base))
                        .contains("1–1 trong " + figure.group(2)));
    }

    @Test
    void aClosedChildKeepsItsFiguresWhileItsOpenParentCountsOn() {
        var cell = desk.closeQuarter(tree.eastCell(), base);
        people.died(stays, tree.eastCell(), LAST_DAY);
        assertThat(figures(desk.get(cell, base), "Đảng viên có trong danh sách cuối kỳ"))
                .isEqualTo("2 – −1 1 1");
        assertThat(form(base)).contains("Số liệu khớp").doesNotContain("Số khóa sổ");
        var whole = desk.closeQuarter(tree.eastBase(), base);
        assertThat(figures(desk.get(whole, base), "Đảng viên có trong danh sách cuối kỳ"))
                .isEqualTo("2 – – 2 2");
    }

    private String form(RequestPostProcessor who) {
        return desk.get("/statistics/1?from=2022-01-01&to=2022-03-31&organisation=" + tree.eastBase(), who);
    }

    /** What stands in the cells of a row. */
    private static String figures(String page, String label) {
        var row = Pattern.compile(
                        "<tr(?:(?!</tr>).)*?<span>" + Pattern.quote(label) + "</span>.*?</tr>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as(label).isTrue();
        return row.group()
                .replaceAll("(?s)^.*</th>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}

package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

@RegisterTest
class PeriodPagesTests {
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 3, 31);
    private static final Pattern LATE =
            Pattern.compile("href=\"(/periods/[^\"]*/people[^\"]*)\">(?:.|thêm |bớt )([\\d.]+)<");

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

    @Autowired
    private PlatformTransactionManager transactions;

    private Orgs.Tree tree;
    private RequestPostProcessor base;
    private RequestPostProcessor district;
    private MemberId stays;

    /** Three stand in the eastern base, one of them admitted in the first quarter. */
    @BeforeEach
    void aBaseWithThree() {
        tree = orgs.tree();
        base = signIn.as(Role.CLERK, tree.eastBase());
        district = signIn.as(Role.CLERK, tree.east());
        stays = people.add(tree.eastCell(), person -> person.named("Lâm Thị Ở"));
        people.add(tree.otherEastCell(), person -> person.named("Lâm Thị Lại"));
        people.add(tree.eastCell(), person -> person.named("Lâm Thị Mới").joined(LocalDate.of(2022, 2, 3), null));
    }

    @Test
    void aClosedPeriodKeepsItsFiguresAndSaysWhoClosedItWhen() {
        var page = get(close(tree.eastBase(), base), base);
        assertThat(page).contains("Quý 01/01/2022–31/03/2022", "clerk-", "Chưa có điều chỉnh sau khi khóa sổ");
        assertThat(figures(page, "Đảng viên có trong danh sách cuối kỳ")).isEqualTo("3 – – 3 2");
        assertThat(figures(page, "Kết nạp")).isEqualTo("1 – – 1 0");
        assertThat(form(base)).contains("Số khóa sổ: Quý", "Chưa có điều chỉnh");
        assertThat(get("/periods?organisation=" + tree.eastBase(), base)).contains("Đã khóa sổ lúc");
        assertThat(get("/periods/children?organisation=" + tree.east() + "&kind=QUARTER&to=2022-03-31", district))
                .contains("Đã khóa sổ lúc");
    }

    @Test
    void aFactOfTheLastDayThatIsRecordedLateIsARestatementAndOneOfTheDayAfterIsNot() {
        var closed = close(tree.eastBase(), base);
        people.died(stays, tree.eastCell(), LAST_DAY.plusDays(1));
        assertThat(get(closed, base)).contains("Chưa có điều chỉnh sau khi khóa sổ");
        var dies = people.add(tree.eastCell(), person -> person.named("Lâm Thị Muộn"));
        people.died(dies, tree.eastCell(), LAST_DAY);
        var page = get(closed, base);
        assertThat(figures(page, "Từ trần")).isEqualTo("0 +1 – 1 0");
        assertThat(figures(page, "Đảng viên có đến cuối kỳ trước")).isEqualTo("2 +1 – 3 2");
        assertThat(figures(page, "Đảng viên có trong danh sách cuối kỳ")).isEqualTo("3 – – 3 2");
        var list = get(closed + "/people?row=C1&change=ADDED", base);
        assertThat(list).contains("Lâm Thị Muộn", "Từ trần", "31/03/2022").doesNotContain("Lâm Thị Ở");
        assertThat(form(base)).contains("thêm 1", "dòng có điều chỉnh");
        assertThat(get(closed + "/people/list.csv?row=C1&change=ADDED", base)).contains("Lâm Thị Muộn");
        assertThat(get(closed + "/form.csv", base)).contains("Từ trần");
    }

    @Test
    void whatWasRecordedBeforeTheClosingIsInItAndAReversalAfterItTakesOut() {
        people.died(stays, tree.eastCell(), LAST_DAY);
        var closed = close(tree.eastBase(), base);
        assertThat(figures(get(closed, base), "Từ trần")).isEqualTo("1 – – 1 0");
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id, reverses, reason,
                            recorded_by)
                        select gen_random_uuid(), member_id, kind, effective_on, from_organisation_id, id, 'nhầm người', 'test'
                        from membership.movement where member_id = ? and kind = 'DIED'
                        """).param(stays.id()).update();
        var page = get(closed, base);
        assertThat(figures(page, "Từ trần")).isEqualTo("1 – −1 0 0");
        assertThat(figures(page, "Đảng viên có trong danh sách cuối kỳ")).isEqualTo("2 +1 – 3 2");
        assertThat(get(closed + "/people?row=D&change=ADDED", base)).contains("Hủy bản ghi: Từ trần");
    }

    @Test
    void theClosedFormPrintsWithItsRestatementsAndItsParts() {
        var closed = close(tree.eastBase(), base);
        people.died(stays, tree.eastCell(), LAST_DAY);
        var answer = mvc.get().uri(closed + "/form.pdf").with(base).exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(PrintedPages.of(answer.getMvcResult().getResponse().getContentAsByteArray())
                        .words())
                .contains("TĂNG, GIẢM ĐẢNG VIÊN", "Đã khóa sổ lúc", "Từ trần 0 1 0 1 0", "Chi bộ ấp Đông 1");
    }

    @Test
    void whatIsCommittedAfterTheClosingIsLateHoweverEarlyItBegan() {
        var closed = new TransactionTemplate(transactions).execute(_ -> {
            people.died(stays, tree.eastCell(), LAST_DAY);
            return CompletableFuture.supplyAsync(() -> close(tree.eastBase(), base))
                    .join();
        });
        assertThat(figures(get(Objects.requireNonNull(closed), base), "Từ trần"))
                .isEqualTo("0 +1 – 1 0");
    }

    @Test
    void ofTwoWhoCloseAtTheSameTimeOneIsToldOfTheOther() {
        var asked = List.of(base, district).stream()
                .map(who -> CompletableFuture.supplyAsync(() -> posted(
                                "/periods",
                                who,
                                "organisation",
                                tree.eastBase().toString(),
                                "kind",
                                "QUARTER",
                                "to",
                                "31/03/2022")
                        .getMvcResult()
                        .getResponse()
                        .getStatus()))
                .toList();
        assertThat(asked.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void thePeriodAfterOpensWithWhatWasClosedAndRestated() {
        close(tree.eastBase(), base);
        var after = "/statistics/1?from=2022-04-01&to=2022-04-30&organisation=" + tree.eastBase();
        assertThat(get(after, base))
                .contains("số cuối kỳ đã khóa sổ trước đó (Quý)")
                .contains("Số liệu khớp");
        people.died(stays, tree.eastCell(), LAST_DAY);
        assertThat(get(after, base))
                .contains("số cuối kỳ đã khóa sổ trước đó (Quý)")
                .contains("Số liệu khớp");
    }

    @Test
    void everyRestatedFigureOpensThatMany() {
        var closed = close(tree.eastBase(), base);
        people.died(stays, tree.eastCell(), LocalDate.of(2021, 12, 31));
        people.add(tree.eastCell(), person -> person.named("Lâm Thị Nữa").joined(LocalDate.of(2022, 3, 3), null));
        var figures = LATE.matcher(get(closed, base)).results().toList();
        assertThat(figures)
                .hasSize(5)
                .allSatisfy(figure -> assertThat(get(figure.group(1).replace("&amp;", "&"), base))
                        .contains("1–1 trong " + figure.group(2)));
    }

    @Test
    void aPeriodIsClosedOnItsLastDayAtTheEarliestAndOnce() {
        assertThat(posted(
                        "/periods",
                        base,
                        "organisation",
                        tree.eastBase().toString(),
                        "kind",
                        "MONTH",
                        "to",
                        "30/04/2022"))
                .hasStatus3xxRedirection();
        var again = posted(
                "/periods", base, "organisation", tree.eastBase().toString(), "kind", "MONTH", "to", "30/04/2022");
        assertThat(again).hasStatus(409);
        assertThat(text(again)).contains("đã được clerk-");
        var running = posted(
                "/periods", base, "organisation", tree.eastBase().toString(), "kind", "QUARTER", "to", "30/04/2022");
        assertThat(running).hasStatus(409);
        assertThat(text(running)).contains("đến hết ngày 30/06/2022");
        assertThat(posted(
                        "/periods",
                        base,
                        "organisation",
                        tree.eastBase().toString(),
                        "kind",
                        "WEEK",
                        "to",
                        "30/04/2022"))
                .hasStatus(422);
        assertThat(posted(
                        "/periods",
                        base,
                        "organisation",
                        tree.eastBase().toString(),
                        "kind",
                        "MONTH",
                        "to",
                        "31/02/2022"))
                .hasStatus(422);
        assertThat(posted(
                        "/periods", base, "organisation", tree.west().toString(), "kind", "MONTH", "to", "31/03/2022"))
                .hasStatus(404);
    }

    @Test
    void beforeItIsClosedItTellsWhatIsStillOpen() {
        var asked = get("/periods/new?kind=QUARTER&to=2022-03-31&organisation=" + tree.eastBase(), base);
        assertThat(asked)
                .contains("Kỳ trước, 01/10/2021–31/12/2021, chưa khóa sổ", "2 tổ chức trực thuộc chưa khóa sổ kỳ này");
        close(tree.eastCell(), base);
        assertThat(get("/periods/new?kind=QUARTER&to=2022-03-31&organisation=" + tree.eastBase(), base))
                .contains("1 tổ chức trực thuộc chưa khóa sổ kỳ này");
    }

    @Test
    void aClosedChildKeepsItsFiguresWhileItsOpenParentCountsOn() {
        var cell = close(tree.eastCell(), base);
        people.died(stays, tree.eastCell(), LAST_DAY);
        assertThat(figures(get(cell, base), "Đảng viên có trong danh sách cuối kỳ")).isEqualTo("2 – −1 1 1");
        assertThat(form(base)).contains("Số liệu khớp").doesNotContain("Số khóa sổ");
        var whole = close(tree.eastBase(), base);
        assertThat(figures(get(whole, base), "Đảng viên có trong danh sách cuối kỳ")).isEqualTo("2 – – 2 2");
    }

    @Test
    void onlyTheCommitteeAboveReopensWithAReasonAndTheClosedFiguresStayAsHistory() {
        var closed = close(tree.eastBase(), base);
        var refused = posted(closed + "/reopening", base, "reason", "sót người");
        assertThat(refused).hasStatus(409);
        assertThat(text(refused)).contains("Chỉ cấp trên trực tiếp", orgs.name(tree.east()));
        assertThat(text(posted(closed + "/reopening", district, "reason", " "))).contains("Hãy ghi lý do mở lại");
        assertThat(posted(closed + "/reopening", district, "reason", "sót người"))
                .hasStatus3xxRedirection();
        assertThat(posted(closed + "/reopening", district, "reason", "lần nữa")).hasStatus(409);
        people.died(stays, tree.eastCell(), LAST_DAY);
        assertThat(form(base)).doesNotContain("Số khóa sổ: Quý");
        var again = close(tree.eastBase(), base);
        assertThat(again).isNotEqualTo(closed);
        assertThat(figures(get(again, base), "Từ trần")).isEqualTo("1 – – 1 0");
        assertThat(figures(get(closed, base), "Từ trần")).startsWith("0 +1");
        assertThat(get("/periods?organisation=" + tree.eastBase(), base))
                .contains("Đã mở lại lúc", "thay mặt " + orgs.name(tree.east()) + ": sót người");
    }

    @Test
    void whatTheRootClosedTheBoardAloneReopens() {
        var clerk = signIn.as(Role.CLERK, tree.root());
        var board = signIn.as(Role.BOARD, tree.root());
        var closed = posted(
                        "/periods", clerk, "organisation", tree.root().toString(), "kind", "MONTH", "to", "30/06/2012")
                .getMvcResult()
                .getResponse()
                .getRedirectedUrl();
        assertThat(posted(closed + "/reopening", clerk, "reason", "thử")).hasStatus(409);
        assertThat(posted(closed + "/reopening", board, "reason", "thử")).hasStatus3xxRedirection();
    }

    @Test
    void aClosedPeriodOutsideTheScopeIsNotThere() {
        var closed = close(tree.eastBase(), base);
        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(mvc.get().uri(closed).with(west).exchange()).hasStatus(404);
        assertThat(mvc.get().uri(closed + "/people").with(west).exchange()).hasStatus(404);
        assertThat(posted(closed + "/reopening", west, "reason", "thử")).hasStatus(404);
        assertThat(posted("/periods", signIn.as(Role.INSPECTOR, tree.east()), "kind", "MONTH"))
                .hasStatus(403);
    }

    @Test
    void aMovementOfAClosedPeriodIsToldBeforeItIsRecordedAndKeptAsLate() {
        close(tree.eastBase(), base);
        var movement = "/members/" + stays + "/movements/DIED";
        var asked = posted(movement, base, "day", "31/03/2022", "ground", "ILLNESS");
        assertThat(text(asked))
                .contains("kỳ đã khóa sổ", orgs.name(tree.eastBase()) + ": Quý 01/01/2022–31/03/2022", "knownLate");
        assertThat(late()).isZero();
        assertThat(posted(movement, base, "day", "31/03/2022", "ground", "ILLNESS", "knownLate", "true"))
                .hasStatus3xxRedirection();
        assertThat(late()).isEqualTo(1);
        assertThat(get("/members/" + stays, base)).contains("ghi sau khi khóa sổ (" + orgs.name(tree.eastBase()));
        assertThat(get("/periods?organisation=" + tree.eastBase(), base)).contains("1 biến động ghi muộn");
    }

    @Test
    void aMovementOfTheDayAfterIsRecordedWithoutAWord() {
        close(tree.eastBase(), base);
        assertThat(posted("/members/" + stays + "/movements/DIED", base, "day", "01/04/2022", "ground", "ILLNESS"))
                .hasStatus3xxRedirection();
        assertThat(late()).isZero();
    }

    private long late() {
        return jdbc.sql("select count(*) from membership.late_entry where organisation_id = ?")
                .param(tree.eastBase().id())
                .query(Long.class)
                .single();
    }

    private String form(RequestPostProcessor who) {
        return get("/statistics/1?from=2022-01-01&to=2022-03-31&organisation=" + tree.eastBase(), who);
    }

    /** The address of the closed first quarter. */
    private String close(OrganisationId organisation, RequestPostProcessor who) {
        var answer =
                posted("/periods", who, "organisation", organisation.toString(), "kind", "QUARTER", "to", "31/03/2022");
        assertThat(answer).hasStatus3xxRedirection();
        var address = Objects.requireNonNull(answer.getMvcResult().getResponse().getRedirectedUrl());
        assertThat(UUID.fromString(address.substring("/periods/".length()))).isNotNull();
        return address;
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

    private MvcTestResult posted(String address, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(address).with(who).with(csrf());
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private String get(String address, RequestPostProcessor who) {
        var answer = mvc.get().uri(address).with(who).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return org.springframework.web.util.HtmlUtils.htmlUnescape(
                new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

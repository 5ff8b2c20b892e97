package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.partyregister.RegisterTest;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;

/** Closing a period, reopening it, and what the journal says to a movement that comes late. */
@RegisterTest
class PeriodPagesTests extends StatisticsPages {
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 3, 31);

    private MemberId stays;

    @BeforeEach
    void aBaseWithThree() {
        stays = threeInTheBase();
    }

    @Test
    void onlyTheCommitteeAboveReopensWithAReasonAndTheClosedFiguresStayAsHistory() {
        var closed = desk.closeQuarter(tree.eastBase(), base);
        var refused = desk.posted(closed + "/reopening", base, "reason", "sót người");
        assertThat(refused).hasStatus(409);
        assertThat(Desk.text(refused)).contains("Chỉ cấp trên trực tiếp", orgs.name(tree.east()));
        assertThat(Desk.text(desk.posted(closed + "/reopening", district, "reason", " ")))
                .contains("Hãy ghi lý do mở lại");
        assertThat(desk.posted(closed + "/reopening", district, "reason", "sót người"))
                .hasStatus3xxRedirection();
        assertThat(desk.posted(closed + "/reopening", district, "reason", "lần nữa"))
                .hasStatus(409);
        people.died(stays, tree.eastCell(), LAST_DAY);
        assertThat(desk.get("/statistics/1?from=2022-01-01&to=2022-03-31&organisation=" + tree.eastBase(), base))
                .doesNotContain("Số khóa sổ: Quý");
        var again = desk.closeQuarter(tree.eastBase(), base);
        assertThat(again).isNotEqualTo(closed);
        assertThat(desk.get(again, base)).contains("Chưa có điều chỉnh sau khi khóa sổ");
        assertThat(desk.get(closed, base)).contains("dòng có điều chỉnh sau khi khóa sổ");
        assertThat(desk.get("/periods/history?organisation=" + tree.eastBase(), base))
                .contains("Đã mở lại lúc", "thay mặt " + orgs.name(tree.east()) + ": sót người");
    }

    @Test
    void whatTheRootClosedTheBoardAloneReopens() {
        var clerk = signIn.as(Role.CLERK, tree.root());
        var board = signIn.as(Role.BOARD, tree.root());
        var closed = desk.posted(
                        "/periods", clerk, "organisation", tree.root().toString(), "kind", "MONTH", "to", "30/06/2012")
                .getMvcResult()
                .getResponse()
                .getRedirectedUrl();
        assertThat(desk.posted(closed + "/reopening", clerk, "reason", "thử")).hasStatus(409);
        assertThat(desk.posted(closed + "/reopening", board, "reason", "thử")).hasStatus3xxRedirection();
    }

    @Test
    void aClosedPeriodOutsideTheScopeIsNotThere() {
        var closed = desk.closeQuarter(tree.eastBase(), base);
        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(desk.ask(closed, west)).hasStatus(404);
        assertThat(desk.ask(closed + "/people", west)).hasStatus(404);
        assertThat(desk.posted(closed + "/reopening", west, "reason", "thử")).hasStatus(404);
        assertThat(desk.posted("/periods", signIn.as(Role.INSPECTOR, tree.east()), "kind", "MONTH"))
                .hasStatus(403);
    }

    @Test
    void aMovementOfAClosedPeriodIsToldBeforeItIsRecordedAndKeptAsLate() {
        desk.closeQuarter(tree.eastBase(), base);
        var movement = "/members/" + stays + "/movements/DIED";
        var asked = desk.posted(movement, base, "day", "31/03/2022", "ground", "ILLNESS");
        assertThat(Desk.text(asked))
                .contains("kỳ đã khóa sổ", orgs.name(tree.eastBase()) + ": Quý 01/01/2022–31/03/2022", "knownLate");
        assertThat(late()).isZero();
        assertThat(desk.posted(movement, base, "day", "31/03/2022", "ground", "ILLNESS", "knownLate", "true"))
                .hasStatus3xxRedirection();
        assertThat(late()).isEqualTo(1);
        assertThat(desk.get("/members/" + stays, base)).contains("ghi sau khi khóa sổ (" + orgs.name(tree.eastBase()));
        assertThat(desk.get("/periods?organisation=" + tree.eastBase(), base)).contains("1 biến động ghi muộn");
    }

    @Test
    void aMovementOfTheDayAfterIsRecordedWithoutAWord() {
        desk.closeQuarter(tree.eastBase(), base);
        assertThat(desk.posted("/members/" + stays + "/movements/DIED", base, "day", "01/04/2022", "ground", "ILLNESS"))
                .hasStatus3xxRedirection();
        assertThat(late()).isZero();
    }

    @Test
    void aPeriodIsClosedOnItsLastDayAtTheEarliestAndOnce() {
        assertThat(desk.posted(
                        "/periods",
                        base,
                        "organisation",
                        tree.eastBase().toString(),
                        "kind",
                        "MONTH",
                        "to",
                        "30/04/2022"))
                .hasStatus3xxRedirection();
        var again = desk.posted(
                "/periods", base, "organisation", tree.eastBase().toString(), "kind", "MONTH", "to", "30/04/2022");
        assertThat(again).hasStatus(409);
        assertThat(Desk.text(again)).contains("đã được clerk-");
        var running = desk.posted(
                "/periods", base, "organisation", tree.eastBase().toString(), "kind", "QUARTER", "to", "30/04/2022");
        assertThat(running).hasStatus(409);
        assertThat(Desk.text(running)).contains("đến hết ngày 30/06/2022");
        assertThat(desk.posted(
                        "/periods",
                        base,
                        "organisation",
                        tree.eastBase().toString(),
                        "kind",
                        "WEEK",
                        "to",
                        "30/04/2022"))
                .hasStatus(422);
        assertThat(desk.posted(
                        "/periods",
                        base,
                        "organisation",
                        tree.eastBase().toString(),
                        "kind",
                        "MONTH",
                        "to",
                        "31/02/2022"))
                .hasStatus(422);
        assertThat(desk.posted(
                        "/periods", base, "organisation", tree.west().toString(), "kind", "MONTH", "to", "31/03/2022"))
                .hasStatus(404);
    }

    /** A half-year and a year are closed as a month is: not while they run, once, with their own figures and their people. */
    @ParameterizedTest
    @CsvSource({
        "HALF_YEAR, 31/12/2021, 2021-07-01, 30/06/2022, Sáu tháng 01/07/2021–31/12/2021",
        "YEAR, 31/12/2021, 2021-01-01, 31/12/2022, Năm 01/01/2021–31/12/2021"
    })
    void aHalfYearAndAYearAreClosedWithTheirFigures(
            String kind, String last, String first, String running, String named) {
        people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 6, 30), null));
        people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 7, 1), null));
        var whose = tree.eastBase().toString();
        assertThat(Desk.text(desk.posted("/periods", base, "organisation", whose, "kind", kind, "to", running)))
                .contains("đến hết ngày " + running);
        var closing = desk.posted("/periods", base, "organisation", whose, "kind", kind, "to", last);
        assertThat(closing).hasStatus3xxRedirection();
        var closed = Objects.requireNonNull(closing.getMvcResult().getResponse().getRedirectedUrl());
        assertThat(desk.get(closed, base)).contains(named);
        assertThat(desk.posted("/periods", base, "organisation", whose, "kind", kind, "to", last))
                .hasStatus(409);
        assertThat(jdbc.sql("""
                                select kind || ' ' || from_on || ' ' || to_on from statistics.closing
                                where organisation_id = ? and reopened_at is null
                                """).param(tree.eastBase().id()).query(String.class).list())
                .containsExactly("%s %s 2021-12-31".formatted(kind, first));
        people.died(stays, tree.eastCell(), LocalDate.of(2021, 12, 31));
        assertThat(desk.get(closed, base)).contains("điều chỉnh sau khi khóa sổ");
    }

    @Test
    void beforeItIsClosedItTellsWhatIsStillOpen() {
        var asked = desk.get("/periods/new?kind=QUARTER&to=2022-03-31&organisation=" + tree.eastBase(), base);
        assertThat(asked)
                .contains("Kỳ trước, 01/10/2021–31/12/2021, chưa khóa sổ", "2 tổ chức trực thuộc chưa khóa sổ kỳ này");
        desk.closeQuarter(tree.eastCell(), base);
        assertThat(desk.get("/periods/new?kind=QUARTER&to=2022-03-31&organisation=" + tree.eastBase(), base))
                .contains("1 tổ chức trực thuộc chưa khóa sổ kỳ này");
    }

    @Test
    void ofTwoWhoCloseAtTheSameTimeOneIsToldOfTheOther() {
        var asked = Stream.of(base, district)
                .map(who -> CompletableFuture.supplyAsync(() -> desk.posted(
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

    private long late() {
        return jdbc.sql("select count(*) from membership.late_entry where organisation_id = ?")
                .param(tree.eastBase().id())
                .query(Long.class)
                .single();
    }
}

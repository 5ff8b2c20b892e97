package vn.partyregister.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.transfer.NewTransfer;
import vn.partyregister.transfer.TransferId;
import vn.partyregister.transfer.TransferKind;
import vn.partyregister.transfer.Transfers;

/** Whoever is in transit is counted at the sender until accepted; form 1 says how many, and opens them. */
@RegisterTest
@NullUnmarked
class InTransitTests extends StatisticsPages {
    private static final LocalDate OUT = LocalDate.of(2022, 3, 10);

    @Autowired
    private Transfers transfers;

    /** Three in the eastern cell: one stays, one has a letter to the west, one goes for a time. */
    @BeforeEach
    void oneOnTheWay() {
        people.add(tree.eastCell(), person -> person.named("Lâm Văn Ở"));
        introduced("Lâm Văn Đường", TransferKind.OFFICIAL, null);
        introduced("Lâm Văn Tạm", TransferKind.TEMPORARY, LocalDate.of(2022, 9, 10));
    }

    private TransferId introduced(String name, TransferKind kind, @Nullable LocalDate until) {
        var member = people.add(tree.eastCell(), person -> person.named(name));
        var told = new NewTransfer(
                kind, tree.westCell(), null, kind == TransferKind.OFFICIAL ? "WORK" : "STUDY", OUT, OUT, until, null);
        var id = transfers.request(member, told, Scope.EVERYTHING);
        jdbc.sql("""
                        with letter as (
                            insert into organisation.decision (id, issuer_name, number, issued_on)
                            values (:letter, 'Huyện ủy', cast(:letter as text), :day) returning id, number)
                        update transfer.transfer set stage = 'IN_TRANSIT', introduced_on = :day, letter_id = letter.id,
                            letter_number = letter.number, letter_issued_on = :day, letter_issuer = 'Huyện ủy'
                        from letter where transfer.id = :id
                        """)
                .param("letter", Uuids.next())
                .param("day", OUT)
                .param("id", id.id())
                .update();
        return id;
    }

    private String inTransit(OrganisationId organisation, RequestPostProcessor who, String from, String to) {
        var page = desk.get("/statistics/1?organisation=%s&from=%s&to=%s".formatted(organisation, from, to), who);
        return page.replaceAll("(?s).*Số người đang chuyển có trong số cuối kỳ:</span>\\s*(<[^>]*>)?(\\d+)<.*", "$2");
    }

    @Test
    void theSenderCountsThemFromTheDayOfTheLetterAndTheReceiverDoesNot() {
        assertThat(inTransit(tree.east(), district, "2022-01-01", "2022-03-09")).isEqualTo("0");
        assertThat(inTransit(tree.east(), district, "2022-01-01", "2022-03-10")).isEqualTo("1");
        assertThat(inTransit(tree.eastCell(), district, "2022-01-01", "2022-04-30"))
                .isEqualTo("1");
        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(inTransit(tree.west(), west, "2022-01-01", "2022-04-30")).isEqualTo("0");
    }

    @Test
    void onceTheLetterHasComeBackNobodyIsOnTheWay() {
        jdbc.sql("""
                        update transfer.transfer set stage = 'RETURNED', ended_on = date '2022-04-01', ended_why = 'sai nơi đến'
                        where from_id = :cell and kind = 'OFFICIAL'
                        """).param("cell", tree.eastCell().id()).update();
        assertThat(inTransit(tree.east(), district, "2022-01-01", "2022-03-31")).isEqualTo("1");
        assertThat(inTransit(tree.east(), district, "2022-01-01", "2022-04-01")).isEqualTo("0");
    }

    /** A letter that came back on a day of the closed period is told late: what was closed stays as it was. */
    @Test
    void aClosedFormKeepsHowManyWereOnTheWayWhenItWasClosed() {
        var closed = desk.closeQuarter(tree.east(), district);
        jdbc.sql("""
                        update transfer.transfer set stage = 'RETURNED', ended_on = date '2022-03-20', ended_why = 'sai nơi đến'
                        where from_id = :cell and kind = 'OFFICIAL'
                        """).param("cell", tree.eastCell().id()).update();
        assertThat(inTransit(tree.east(), district, "2022-01-01", "2022-03-31")).isEqualTo("0");
        assertThat(desk.get(closed, district)).contains("Số người đang chuyển có trong số cuối kỳ lúc khóa sổ: 1");
        assertThat(printed(closed + "/form.pdf")).contains("Số người đang chuyển có trong số cuối kỳ lúc khóa sổ: 1");
        assertThat(desk.get(closed + "/form.csv", district).lines())
                .last()
                .asString()
                .contains("Đang chuyển sinh hoạt, tính ở nơi đi")
                .containsPattern("[,;]1[,;]+$");
    }

    private String printed(String address) {
        var paper = desk.ask(address, district).getMvcResult().getResponse();
        return PrintedPages.of(paper.getContentAsByteArray()).words();
    }

    @Test
    void theFigureOpensThePeopleAndStandsInTheFileAndOnPaper() {
        var asked = "?organisation=" + tree.east() + "&from=2022-01-01&to=2022-04-30";
        assertThat(desk.get("/statistics/1/people" + asked + "&row=IN_TRANSIT", district))
                .contains("Lâm Văn Đường", "Đang chuyển sinh hoạt, tính ở nơi đi")
                .doesNotContain("Lâm Văn Tạm", "Lâm Văn Ở");
        assertThat(desk.get("/statistics/1/people.csv" + asked + "&row=IN_TRANSIT", district)
                        .lines())
                .hasSize(2);
        assertThat(desk.get("/statistics/1.csv" + asked, district).lines())
                .last()
                .asString()
                .contains("Đang chuyển sinh hoạt, tính ở nơi đi", "1");
        assertThat(printed("/statistics/1.pdf" + asked))
                .contains("cho đến khi nơi đến tiếp nhận", "Số người đang chuyển có trong số cuối kỳ: 1");
    }
}

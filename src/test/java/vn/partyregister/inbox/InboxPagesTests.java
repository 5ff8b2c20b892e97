package vn.partyregister.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Uuids;

/** What is due, overdue and done, told to who answers for it. Today is 30/04/2022, a holiday. */
@RegisterTest
class InboxPagesTests {
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
    private RequestPostProcessor east;

    @BeforeEach
    void aTree() {
        tree = orgs.tree();
        east = signIn.as(Role.CLERK, tree.east());
    }

    /** A transfer from the east to the west, told straight to the database. */
    private UUID transfer(
            String name, LocalDate decided, @Nullable LocalDate introduced, @Nullable LocalDate accepted) {
        var member = people.add(tree.eastCell(), person -> person.named(name));
        var id = Uuids.next();
        jdbc.sql(
                        "insert into organisation.decision (id, issuer_name, number, issued_on) values (:id, :name, :number, '2022-01-05')")
                .param("id", id)
                .param("name", id.toString())
                .param("number", "1-GGT")
                .update();
        jdbc.sql("""
                        insert into transfer.transfer (id, version, code, kind, direction, stage, member_id, from_id, to_id,
                            ground, decided_on, requested_on, letter_id, letter_number, letter_issued_on, letter_issuer,
                            introduced_on, received_on, ended_on, recorded_by)
                        values (:id, 0, cast(:id as text), 'OFFICIAL', 'WITHIN', :stage, :member, :from, :to, 'WORK', :decided,
                            :decided, :id, '1-GGT', '2022-01-05', 'test', :introduced, null, :accepted, 'test')
                        """)
                .param("id", id)
                .param("stage", accepted != null ? "ACCEPTED" : introduced != null ? "IN_TRANSIT" : "REQUESTED")
                .param("member", member.id())
                .param("from", tree.eastCell().id())
                .param("to", tree.westCell().id())
                .param("decided", decided)
                .param("introduced", introduced, java.sql.Types.DATE)
                .param("accepted", accepted, java.sql.Types.DATE)
                .update();
        box(id, 0, "FROM", tree.eastCell().id(), introduced);
        box(id, 1, "TO", tree.westCell().id(), accepted);
        return id;
    }

    private void box(UUID transfer, int position, String side, UUID organisation, @Nullable LocalDate filled) {
        jdbc.sql("""
                        insert into transfer.box (transfer_id, position, side, level, organisation_id, name, filled_on, filled_by)
                        values (:transfer, :position, :side, 'CELL', :organisation, 'thử', :filled,
                            case when cast(:filled as date) is not null then 'test' end)
                        """)
                .param("transfer", transfer)
                .param("position", position)
                .param("side", side)
                .param("organisation", organisation)
                .param("filled", filled, java.sql.Types.DATE)
                .update();
    }

    private String read(RequestPostProcessor who, String address) {
        var answer = mvc.get().uri(address).with(who).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The first day from which 60 working days reach as far as a day. */
    private LocalDate decidedFor(LocalDate due) {
        return jdbc.sql("""
                        select max(day) from reference.working_day
                        where reference.last_day(day, 60, 'WORKING_DAYS') = :due
                        """).param("due", due).query(LocalDate.class).single();
    }

    /** The last working day before today is Friday 29/04/2022; the next are Wednesday 04/05 and Thursday 05/05. */
    @ParameterizedTest
    @CsvSource({"2022-04-29, OVERDUE, Quá hạn", "2022-05-04, DUE, còn 1", "2022-05-05, DUE, còn 2"})
    void anObligationIsDueUntilItsLastDayIsOver(LocalDate due, String state, String said) {
        transfer("Lâm Đến Hạn", decidedFor(due), null, null);
        assertThat(read(east, "/inbox?q=lam den han&state=" + state)).contains("Lâm Đến Hạn", said, Dates.write(due));
        var other = state.equals("DUE") ? "OVERDUE" : "DUE";
        assertThat(read(east, "/inbox?q=lam den han&state=" + other)).doesNotContain("Lâm Đến Hạn");
    }

    @Test
    void aRowNamesItsRuleAndWhereThatStands() {
        transfer("Lâm Theo Quy Định", LocalDate.of(2022, 4, 1), null, null);
        transfer("Lâm Chờ Nộp", LocalDate.of(2022, 3, 1), LocalDate.of(2022, 4, 5), null);
        var number = jdbc.sql("""
                        select d.number || ', ' || r.clause from reference.rule r join reference.directive d on d.id = r.directive_id
                        where r.key = 'transfer-start-official' and r.valid @> date '2022-04-01'
                        """).query(String.class).single();
        assertThat(read(east, "/inbox?q=lam theo quy dinh&lang=vi"))
                .contains(
                        "href=\"/rulebook/transfer-start-official\"",
                        "Chuyển chính thức: thời hạn làm thủ tục kể từ quyết định",
                        number);
        assertThat(read(east, "/inbox.csv?q=lam theo quy dinh&lang=vi"))
                .contains("Chuyển chính thức: thời hạn làm thủ tục kể từ quyết định");
        assertThat(read(signIn.as(Role.CLERK, tree.west()), "/inbox?q=lam cho nop&lang=vi"))
                .contains("href=\"/rulebook/transfer-presentation-official\"");
    }

    @Test
    void aStayThatIsOverSaysThatItsDayStandsInTheLetter() {
        var letter = Uuids.next();
        jdbc.sql(
                        "insert into organisation.decision (id, issuer_name, number, issued_on) values (:id, cast(:id as text), '1-GGT', '2022-01-05')")
                .param("id", letter)
                .update();
        jdbc.sql("""
                        insert into transfer.guest (id, organisation_id, full_name, born_earliest, born_precision, joined_on, home, ground,
                            letter_id, arrived_on, until_on, recorded_by)
                        values (:id, :cell, 'Lâm Khách', '1990-01-01', 'DAY', '2015-01-05', 'Đảng bộ khác', 'WORK', :letter,
                            '2022-01-10', '2022-04-20', 'test')
                        """)
                .param("id", Uuids.next())
                .param("cell", tree.eastCell().id())
                .param("letter", letter)
                .update();
        assertThat(read(east, "/inbox?q=lam khach&lang=vi")).contains("Hạn ghi trong giấy giới thiệu");
        assertThat(read(east, "/inbox?q=lam khach&lang=en")).contains("the one in the letter");
    }

    @Test
    void whatWasDoneOnTheLastDayIsInTimeAndADayLaterItIsLate() {
        var introduced = LocalDate.of(2022, 3, 1);
        var last = jdbc.sql("select reference.last_day('2022-03-01', 30, 'WORKING_DAYS')")
                .query(LocalDate.class)
                .single();
        transfer("Lâm Đúng Hạn", LocalDate.of(2022, 2, 15), introduced, last);
        transfer("Lâm Trễ Hạn", LocalDate.of(2022, 2, 15), introduced, last.plusDays(1));
        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(read(west, "/inbox?state=IN_TIME")).contains("Lâm Đúng Hạn").doesNotContain("Lâm Trễ Hạn");
        assertThat(read(west, "/inbox?state=LATE")).contains("Lâm Trễ Hạn").doesNotContain("Lâm Đúng Hạn");
        assertThat(read(west, "/inbox")).doesNotContain("Lâm Đúng Hạn", "Lâm Trễ Hạn");
    }

    @Test
    void itIsOwedByTheLevelWhoseBoxIsTheNext() {
        transfer("Lâm Chưa Gửi", LocalDate.of(2022, 4, 1), null, null);
        transfer("Lâm Đã Gửi", LocalDate.of(2022, 3, 1), LocalDate.of(2022, 4, 5), null);
        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(read(east, "/inbox")).contains("Lâm Chưa Gửi").doesNotContain("Lâm Đã Gửi");
        assertThat(read(west, "/inbox")).contains("Lâm Đã Gửi").doesNotContain("Lâm Chưa Gửi");
        assertThat(read(east, "/inbox?state=IN_TIME")).contains("Lâm Đã Gửi");
    }

    @Test
    void aListIsNarrowedOrderedAndLeavesAsAFile() {
        transfer("Lâm Một", LocalDate.of(2022, 4, 1), null, null);
        transfer("Lâm Hai", LocalDate.of(2022, 4, 4), null, null);
        assertThat(read(east, "/inbox.csv?q=lam&sort=subject,asc")).containsSubsequence("Lâm Hai", "Lâm Một");
        assertThat(read(east, "/inbox.csv?q=lam&sort=due,desc")).containsSubsequence("Lâm Hai", "Lâm Một");
        assertThat(read(east, "/inbox?kind=TRANSFER_PRESENTATION")).doesNotContain("Lâm Một");
        assertThat(read(east, "/inbox?organisation=" + tree.otherEastCell())).doesNotContain("Lâm Một");
        assertThat(read(east, "/inbox?organisation=" + tree.eastCell())).contains("Lâm Một");
        assertThat(read(east, "/inbox?state=NEVER&sort=nothing&kind=X&page=99")).contains("Không đọc được", "Lâm Một");
        assertThat(mvc.get().uri("/inbox.xlsx?state=NEVER").with(east)).hasStatus(422);
    }

    @Test
    void aPageAsksAsOftenWithManyAsWithFew() throws Exception {
        transfer("Lâm Một", LocalDate.of(2022, 4, 1), null, null);
        read(east, "/inbox");
        var few = Statements.of(() -> read(east, "/inbox"));
        for (var number = 0; number < 20; number++) {
            transfer("Lâm Thêm " + number, LocalDate.of(2022, 4, 1), null, null);
        }
        assertThat(Statements.of(() -> read(east, "/inbox"))).hasSameSizeAs(few);
    }
}

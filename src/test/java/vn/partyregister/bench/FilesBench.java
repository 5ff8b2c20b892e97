package vn.partyregister.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.partyregister.bench.Timing.written;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.SampleTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.Statements.Sent;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;

/** The budgets of the files: each page beside its own statements, sent again through plain JDBC. */
@SampleTest
@Import(BarePages.class)
@Tag("bench")
class FilesBench {
    private static final int WARM_UPS = 500;
    private static final int RUNS = 300;
    private static final int SLOW_RUNS = 40;
    private static final double SAVING = 50;
    private static final double TIMELINE = 10;
    private static final double BESIDE_ITS_SQL = 5;

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignIn signIn;

    @Autowired
    MemberFiles files;

    @Autowired
    BusinessDay businessDay;

    private final Report report = new Report("files");

    @Test
    void theFiguresOfTheFiles() throws Exception {
        var board = new SignedInBrowser(port, "board");
        memberFile(board);
        timeline();
        saving();
        for (var page : List.of("/papers", "/quality", "/committees", "/paper-files")) {
            list(board, page);
        }
        report.write();
    }

    /** The first visit opens another member each time: nobody's rows are at hand. */
    private void memberFile(SignedInBrowser board) throws Exception {
        var everybody = everybody().iterator();
        var first = Timing.of(WARM_UPS, RUNS, () -> board.ask("/members/" + everybody.next()));
        besideItsSql("member file, each of another member", first, sqlOfOthers(everybody));
        var person = "/members/" + everybody.next();
        var after = Timing.of(WARM_UPS, RUNS, () -> board.ask(person));
        besideItsSql("member file, again", after, sqlOf(person, RUNS));
    }

    /** All that the file of the member with the longest journal tells, read by the program and not yet a page. */
    private void timeline() throws Exception {
        var longest = jdbc.sql(
                        "select member_id from membership.movement group by member_id order by count(*) desc, member_id limit 1")
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .single();
        var today = businessDay.today();
        var entries = files.open(longest, Scope.EVERYTHING, today).events().size();
        var taken = Timing.of(WARM_UPS, RUNS, () -> files.open(longest, Scope.EVERYTHING, today));
        report.line(
                "timeline of a member, %d entries".formatted(entries),
                "p50 %s, p99 %s".formatted(written(taken.median()), written(taken.p99())),
                "–",
                "p50 ≤ " + written(TIMELINE),
                taken.median() <= TIMELINE);
    }

    private void saving() throws Exception {
        var clerk = new SignedInBrowser(port, "clerk");
        var section = "/members/" + memberOfTheClerk() + "/sections/HEALTH";
        var hidden = new AtomicReference<String>();
        var saved = new AtomicInteger();
        var taken = Timing.each(
                () -> hidden.set(clerk.hidden(section)),
                50,
                RUNS,
                () -> clerk.send(
                        section,
                        "%s&ground=ENTRY&health=%s"
                                .formatted(hidden.get(), saved.getAndIncrement() % 2 == 0 ? "GOOD" : "WEAK")));
        report.line(
                "saving a section",
                "p50 %s, p99 %s".formatted(written(taken.median()), written(taken.p99())),
                "–",
                "p50 ≤ " + written(SAVING),
                taken.median() <= SAVING);
    }

    private void list(SignedInBrowser board, String page) throws Exception {
        somethingChanges();
        var anew = Timing.each(this::somethingChanges, 10, SLOW_RUNS, () -> board.ask(page));
        somethingChanges();
        besideItsSql(page + " of the province, first visit after a write", anew, sqlOf(page, SLOW_RUNS));
        var kept = Timing.of(100, RUNS, () -> board.ask(page));
        besideItsSql(page + " of the province, again", kept, sqlOf(page, SLOW_RUNS));
    }

    private void besideItsSql(String work, Timing page, Sql sql) {
        var budget = 2 * sql.taken().median() + BESIDE_ITS_SQL;
        report.line(
                work,
                "p50 %s, p99 %s".formatted(written(page.median()), written(page.p99())),
                "%s for its %d statements".formatted(written(sql.taken().median()), sql.statements()),
                "p50 ≤ 2 × its SQL + 5 ms = " + written(budget),
                page.median() <= budget);
    }

    private Sql sqlOf(String page, int runs) throws Exception {
        var sent = sentFor(page);
        return new Sql(sent.size(), Timing.of(runs / 10, runs, () -> sendAgain(sent)));
    }

    private Sql sqlOfOthers(Iterator<UUID> everybody) throws Exception {
        var statements = new AtomicReference<>(sentFor("/members/" + everybody.next()));
        var taken = Timing.each(
                () -> statements.set(sentFor("/members/" + everybody.next())),
                SLOW_RUNS,
                RUNS,
                () -> sendAgain(statements.get()));
        return new Sql(statements.get().size(), taken);
    }

    /** Without those of the session: a test's request begins one of its own, which begins but once. */
    private List<Sent> sentFor(String page) throws Exception {
        var board = jdbc.sql("select id from access.account where username = 'board'")
                .query(UUID.class)
                .single();
        return Statements.withValues(() -> assertThat(
                                mvc.get().uri(page).with(signIn.as(new SignIn.Account(board, "board"))))
                        .hasStatusOk())
                .stream()
                .filter(sent -> !sent.sql().toLowerCase(Locale.ROOT).contains("spring_session"))
                .toList();
    }

    private void sendAgain(List<Sent> statements) throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                statement.sendAgain(connection);
            }
            connection.commit();
        }
    }

    /** Changes nothing, but says that something may have: no kept figure holds any longer. */
    private void somethingChanges() {
        jdbc.sql("update member.member set version = version where false").update();
    }

    private List<UUID> everybody() {
        return jdbc.sql("select id from member.member order by md5(cast(id as text)) limit 5000")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private UUID memberOfTheClerk() {
        return jdbc.sql("""
                        select s.member_id from access.account a
                        join access.grant_of_role g on g.account_id = a.id
                        join organisation.ancestry below on below.ancestor_id = g.organisation_id
                            and upper_inf(below.valid)
                        join membership.standing s on s.organisation_id = below.descendant_id and upper_inf(s.valid)
                        where a.username = 'clerk' order by s.member_id limit 1
                        """).query(UUID.class).single();
    }

    private record Sql(int statements, Timing taken) {}
}

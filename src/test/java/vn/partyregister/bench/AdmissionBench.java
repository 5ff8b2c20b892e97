package vn.partyregister.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.partyregister.bench.Timing.written;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.SampleTest;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.Document;
import vn.partyregister.admission.ManyCases;
import vn.partyregister.admission.Stage;
import vn.partyregister.admission.StepEntry;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.Scope;

/** The board, the list and the inbox of the province when its live cases have been copied until there are 20,000, and one meeting on 200. */
@SampleTest
@Tag("bench")
@NullUnmarked
class AdmissionBench {
    private static final int CASES = 20_000;
    private static final int DECIDED_AT_ONCE = 200;
    private static final double BOARD = 300;
    private static final double INBOX = 200;
    private static final double MEETING = 5_000;

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ManyCases many;

    @Autowired
    ManyRows manyRows;

    @Autowired
    BusinessDay businessDay;

    @Autowired
    TransactionTemplate transaction;

    private final Report report = new Report("admission");

    @Test
    void theFiguresOfAdmission() throws Exception {
        meeting();
        copyCases();
        var board = new SignedInBrowser(port, "board");
        var floor = Timing.of(
                20,
                50,
                () -> jdbc.sql(
                                "select stage, count(*) from admission.admission_case where ended_on is null group by stage")
                        .query()
                        .listOfRows());
        page("board of %,d cases".formatted(CASES), board, "/admissions/board", floor, BOARD);
        page("list of %,d cases".formatted(CASES), board, "/admissions", floor, BOARD);
        page("inbox of the province with %,d cases".formatted(CASES), board, "/inbox", floor, INBOX);
        report.write();
    }

    private void page(String work, SignedInBrowser who, String address, Timing floor, double most) throws Exception {
        var taken = Timing.of(30, 50, () -> who.ask(address));
        report.line(
                work,
                "p50 %s, p99 %s".formatted(written(taken.median()), written(taken.p99())),
                written(floor.median()) + " counting the cases by stage",
                "≤ " + written(most),
                taken.median() <= most);
    }

    /** Of those that wait for a decision; nothing of it stays. */
    private void meeting() {
        transaction.executeWithoutResult(state -> {
            state.setRollbackOnly();
            var waiting = jdbc.sql("""
                            select id from admission.admission_case where ended_on is null and stage = 'BASE_RESOLVED' order by id limit :most
                            """)
                    .param("most", DECIDED_AT_ONCE)
                    .query(UUID.class)
                    .list();
            assertThat(waiting).isNotEmpty();
            copy(waiting, Math.ceilDiv(DECIDED_AT_ONCE, waiting.size()));
            var chosen = jdbc.sql("""
                            select id from admission.admission_case where ended_on is null and stage = 'BASE_RESOLVED'
                            order by recorded_at desc, id limit :most
                            """).param("most", DECIDED_AT_ONCE).query(UUID.class).list().stream()
                    .map(AdmissionCaseId::new)
                    .toList();
            var today = businessDay.today();
            var entry = new StepEntry(
                    today,
                    new Document("999-QĐ/TU", today, "Tỉnh ủy Trà Vinh"),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null);
            var begun = System.nanoTime();
            var outcome = many.enter(chosen, Stage.DECIDED, entry, Scope.EVERYTHING);
            var taken = (System.nanoTime() - begun) / 1e6;
            assertThat(outcome.refused()).isEmpty();
            assertThat(outcome.entered()).isEqualTo(DECIDED_AT_ONCE);
            report.line(
                    "%d cases decided by one decision (%d entered)".formatted(chosen.size(), outcome.entered()),
                    written(taken),
                    "–",
                    "≤ " + written(MEETING),
                    taken <= MEETING);
        });
    }

    private void copyCases() throws SQLException {
        var live = jdbc.sql("select id from admission.admission_case where ended_on is null and member_id is null")
                .query(UUID.class)
                .list();
        transaction.executeWithoutResult(_ -> {
            manyRows.follow();
            copy(live, Math.ceilDiv(CASES, live.size()));
        });
        analyze();
        assertThat(jdbc.sql("select count(*) from admission.admission_case where ended_on is null")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(CASES);
    }

    /** As the server does by itself some minutes after so many rows have come: only their owner may ask for it. */
    private void analyze() throws SQLException {
        try (var program = database.getConnection();
                var owner = DriverManager.getConnection(
                        program.getMetaData().getURL(), "register_owner", "register_owner");
                var statement = owner.createStatement()) {
            statement.execute("analyze admission.admission_case, admission.step");
        }
    }

    /** The same cases again, of other people of the same names, with all their steps. */
    private void copy(List<UUID> cases, int times) {
        jdbc.sql("drop table if exists copied").update();
        jdbc.sql("""
                        create temporary table copied as select source, gen_random_uuid() as id
                        from unnest(:cases) as source cross join generate_series(1, :times)
                        """)
                .param("cases", cases.toArray(UUID[]::new))
                .param("times", times)
                .update();
        again("admission_case", "id");
        again("step", "case_id");
        again("relative", "case_id");
    }

    private void again(String table, String key) {
        var columns = jdbc.sql("""
                        select string_agg(column_name, ', ') from information_schema.columns
                        where table_schema = 'admission' and table_name = :table and is_generated = 'NEVER'
                            and column_name not in ('id', 'case_id', 'recorded_at') and column_name not like 'citizen_number%'
                        """).param("table", table).query(String.class).single();
        jdbc.sql(
                        "insert into admission.%1$s (%2$s, %3$s) select copied.id, %4$s from copied join admission.%1$s t on t.%2$s = copied.source"
                                .formatted(table, key, columns, columns.replaceAll("(\\w+)", "t.$1")))
                .update();
    }
}

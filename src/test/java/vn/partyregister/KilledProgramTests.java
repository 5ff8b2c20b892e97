package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The program is killed ({@code kill -9}) in the middle of a reorganisation, of a decision about thousands and of an import,
 * at moments of all kinds, again and again: what it was doing is done for all or for nobody, an import up to the range that
 * it says it has written, and the program that is started next does the rest.
 */
@Tag("soak")
@ResourceLock("a program beside the tests")
class KilledProgramTests {
    private static final String SAMPLE = "--register.sample=tra-vinh";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KILLS = 4;
    private static final int IMPORTED = 20_000;
    private static final String NUMBER = "999-QĐ/HU";

    /** The cells of each base committee of the clerk's district, as a page asks for them: all but one go into that one. */
    private static final String CELLS = """
            select base.name as base, array_agg(cell.name order by cell.name) as cells
            from access.account a
            join access.grant_of_role g on g.account_id = a.id
            join organisation.ancestry below on below.ancestor_id = g.organisation_id and below.valid @> date '2022-04-30'
            join organisation.organisation_version base on base.organisation_id = below.descendant_id
                and base.type = 'DB_CS' and base.valid @> date '2022-04-30'
            join organisation.organisation_version cell on cell.parent_id = base.organisation_id and cell.valid @> date '2022-04-30'
            where a.username = 'clerk' and cell.type like 'CB%'
            and not exists (select from membership.told t where t.to_organisation_id = cell.organisation_id
                and t.effective_on >= date '2022-04-30')
            group by base.name having count(*) > 2 and count(*) = count(distinct cell.name) order by base.name
            """;

    private static final String OUT_OF_STEP = """
            select (select count(*) from membership.standing_out_of_step) + (select count(*) from membership.headcount_out_of_step)
            """;

    private final Random random = new Random(20220430);

    @TempDir
    Path folder;

    @AfterEach
    void leaveNoServerBehind() throws IOException {
        var pid = folder.resolve("data/postgres/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void aReorganisationThatAKilledProgramWasAtIsDoneWholeOrNotAtAllAndIsDoneByTheNext() throws Exception {
        killedAt("organisation", KilledProgramTests::reorganisationAskedFor);
    }

    @Test
    void aDecisionThatAKilledProgramWasAtIsEnteredForAllOrForNobodyAndIsEnteredByTheNext() throws Exception {
        killedAt("membership", KilledProgramTests::decisionAskedFor);
    }

    @Test
    void whatAKilledProgramImportedIsWrittenOnceAndTheRestOfItByTheNext() throws Exception {
        killedAt("membership", KilledProgramTests::importAskedFor);
    }

    /** Asks for a work once the sample is whole, kills the program at it, and sees that the last one shows its pages. */
    private void killedAt(String schema, Asked asked) throws Exception {
        var program = start();
        try {
            program.untilItSays("auditor, admin");
            program = killedUntilItIsDone(program, schema, asked.of(program));
            assertThat(new HttpVisitor(program).signIn("clerk", "sample").get("/members"))
                    .contains("Đảng viên");
        } finally {
            program.close();
        }
    }

    /** How a program is asked for a work. */
    private interface Asked {
        Work of(RunningProgram program) throws Exception;
    }

    /** New members in one cell of the clerk's district. */
    private static Work importAskedFor(RunningProgram program) throws Exception {
        try (var database = database(program)) {
            var cell = cell(database);
            var rows = IntStream.range(0, IMPORTED)
                    .mapToObj(number -> "Mất Điện %1$d;Nam;5/6/1970;Kinh;Không;97%1$06d;%2$s;3/4/2000;3/4/2001"
                            .formatted(number, cell))
                    .toList();
            var file =
                    "Họ và tên;Giới tính;Sinh ngày;Dân tộc;Tôn giáo;Số thẻ Đảng;Chi bộ;Ngày vào Đảng;Ngày chính thức\n"
                            + String.join("\n", rows);
            var clerk = new HttpVisitor(program).signIn("clerk", "sample");
            var address = clerk.sendFile(
                            "/imports",
                            "/imports",
                            "dv.csv",
                            file.getBytes(StandardCharsets.UTF_8),
                            List.of("kind", "members", "purpose", "LOAD"))
                    .address();
            var id = address.substring(address.lastIndexOf('/') + 1);
            clerk.send(
                    address,
                    address + "/reading",
                    List.of(
                            "column.0", "full_name",
                            "column.1", "sex",
                            "column.2", "born",
                            "column.3", "ethnicity",
                            "column.4", "religion",
                            "column.5", "card_number",
                            "column.6", "organisation",
                            "column.7", "joined_on",
                            "column.8", "official_on"));
            var state = "select state from exchange.upload where id = '%s'".formatted(id);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> text(database, state).equals("JUDGED"));
            assertThat(number(database, "select rows_total from exchange.upload where id = '%s'".formatted(id)))
                    .as("rows that can be written")
                    .isEqualTo(IMPORTED);
            clerk.send(address, address + "/writing", List.of());
            return new Work(
                    state,
                    "DONE",
                    """
                    select count(*) from membership.movement m join member.member p on p.id = m.member_id
                    where p.full_name like 'Mất Điện %'
                    """,
                    IMPORTED,
                    "select rows_done from exchange.upload where id = '%s'".formatted(id));
        }
    }

    private RunningProgram start() throws IOException {
        return RunningProgram.startWithin("1g", folder.resolve("data"), SAMPLE).untilItAnswers();
    }

    /** In each base committee all cells go into one of them. */
    private static Work reorganisationAskedFor(RunningProgram program) throws Exception {
        var clerk = new HttpVisitor(program).signIn("clerk", "sample");
        var drafted = clerk.send(
                        "/reorganisations/new",
                        "/reorganisations",
                        List.of(
                                "name", "Cắt điện",
                                "parent", home(program),
                                "day", "30/04/2022",
                                "issuer", home(program),
                                "number", "998-QĐ/HU",
                                "issuedOn", "29/04/2022"))
                .address();
        try (var database = database(program);
                var statement = database.createStatement();
                var rows = statement.executeQuery(CELLS)) {
            while (rows.next()) {
                var base = rows.getString("base");
                var cells = Stream.of((String[]) rows.getArray("cells").getArray())
                        .map(cell -> base + " / " + cell)
                        .toList();
                merge(clerk, drafted, cells, database);
            }
            var id = drafted.substring(drafted.lastIndexOf('/') + 1);
            var goes = number(database, """
                    select count(*) from membership.standing s join organisation.reorganisation_step r on r.organisation_id = s.organisation_id
                    where r.act = 'MERGE' and r.reorganisation_id = '%s' and s.valid @> date '2022-04-30'
                    """.formatted(id));
            assertThat(goes).as(clerk.get(drafted + "/preview")).isGreaterThan(300);
            clerk.send(
                    drafted + "/preview", drafted + "/application", List.of("revision", revision(drafted, database)));
            return new Work(
                    "select state from organisation.reorganisation where id = '%s'".formatted(id),
                    "APPLIED",
                    "select count(*) from membership.movement where reorganisation_id = '%s'".formatted(id),
                    goes);
        }
    }

    /** All cells into the first; left out again where something stands in the way. */
    private static void merge(HttpVisitor clerk, String drafted, List<String> cells, Connection database)
            throws Exception {
        clerk.send(
                drafted + "/steps/MERGE",
                drafted + "/steps/MERGE",
                List.of(
                        "organisations",
                        String.join("\n", cells.subList(1, cells.size())),
                        "parent",
                        cells.getFirst(),
                        "revision",
                        revision(drafted, database)));
        if (clerk.get(drafted + "/preview").contains(drafted + "/application")) {
            return;
        }
        for (var step = 1; step < cells.size(); step++) {
            var last = number(
                    database,
                    "select coalesce(max(number), 0) from organisation.reorganisation_step where reorganisation_id = '%s'"
                            .formatted(drafted.substring(drafted.lastIndexOf('/') + 1)));
            clerk.send(
                    drafted + "/steps/MERGE",
                    drafted + "/steps/" + last + "/removal",
                    List.of("revision", revision(drafted, database)));
        }
    }

    private static String revision(String drafted, Connection database) throws SQLException {
        return Long.toString(number(
                database,
                "select version from organisation.reorganisation where id = '%s'"
                        .formatted(drafted.substring(drafted.lastIndexOf('/') + 1))));
    }

    /** All members of the clerk's district go into one cell of it. */
    private static Work decisionAskedFor(RunningProgram program) throws Exception {
        var clerk = new HttpVisitor(program).signIn("clerk", "sample");
        var chosen = clerk.send("/members", "/members/bulk", List.of("act", "movement", "all", "true"))
                .address();
        var work = chosen.substring(0, chosen.lastIndexOf('/'));
        try (var database = database(program)) {
            var judged = clerk.send(
                    work + "/movement?kind=TRANSFERRED",
                    work + "/movement",
                    List.of(
                            "kind", "TRANSFERRED",
                            "day", "30/04/2022",
                            "organisation", cell(database),
                            "ground", "WORK",
                            "number", NUMBER,
                            "decidedOn", "30/04/2022",
                            "issuer", home(program)));
            assertThat(judged.address()).isEqualTo(work);
            var id = work.substring(work.lastIndexOf('/') + 1);
            var goes = number(
                    database,
                    "select count(*) from membership.bulk_person where verdict = 'WRITE' and work_id = '%s'"
                            .formatted(id));
            assertThat(goes).as(judged.page()).isGreaterThan(1_000);
            clerk.send(work, work + "/writing", List.of());
            return new Work(
                    "select state from membership.bulk_work where id = '%s'".formatted(id),
                    "DONE",
                    """
                    select count(*) from membership.movement m join organisation.decision d on d.id = m.decision_id
                    where d.number = '%s'
                    """.formatted(NUMBER),
                    goes);
        }
    }

    /** Kills the program as often as it is found at the work, starts another each time, and waits for the last to be done. */
    private RunningProgram killedUntilItIsDone(RunningProgram first, String schema, Work work) throws Exception {
        var program = first;
        var cutOff = 0;
        for (var kill = 0; kill < KILLS; kill++) {
            try (var database = database(program)) {
                if (!isAtIt(database, schema, work)) {
                    break;
                }
                LockSupport.parkNanos(
                        Duration.ofMillis(kill == 0 ? 0 : random.nextInt(1_500)).toNanos());
                program.kill();
                untilItsConnectionsAreGone(database);
                cutOff += work.isDone(database) ? 0 : 1;
                work.requireWhole(database);
            }
            program = start();
        }
        try (var database = database(program)) {
            Awaitility.await().atMost(PATIENCE).until(() -> work.isDone(database));
            work.requireWhole(database);
        }
        assertThat(cutOff).as("works cut off").isGreaterThan(1);
        return program;
    }

    /** Waits until the work writes; false where it is done before anybody saw it. */
    private static boolean isAtIt(Connection database, String schema, Work work) {
        var writes = """
                select count(*) from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
                where l.mode = 'RowExclusiveLock' and n.nspname = '%s' and c.relkind = 'r' and c.relname in ('movement', 'organisation')
                """.formatted(schema);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> number(database, writes) > 0 || work.isDone(database));
        return !work.isDone(database);
    }

    private static void untilItsConnectionsAreGone(Connection database) {
        Awaitility.await().atMost(PATIENCE).until(() -> number(database, """
                        select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                        """) == 0);
    }

    private static Connection database(RunningProgram program) throws IOException, SQLException {
        return program.database("register_program");
    }

    private static String home(RunningProgram program) throws IOException, SQLException {
        try (var database = database(program)) {
            return text(database, """
                    select v.name from access.account a join access.grant_of_role g on g.account_id = a.id
                    join organisation.organisation_version v on v.organisation_id = g.organisation_id and v.valid @> date '2022-04-30'
                    where a.username = 'clerk'
                    """);
        }
    }

    /** A cell of the clerk's district whose name no other of it bears. */
    private static String cell(Connection database) throws SQLException {
        return text(database, """
                select min(name) from (
                    select cell.name from access.account a
                    join access.grant_of_role g on g.account_id = a.id
                    join organisation.ancestry below on below.ancestor_id = g.organisation_id and below.valid @> date '2022-04-30'
                    join organisation.organisation_version cell on cell.organisation_id = below.descendant_id
                        and cell.type = 'CB_TT' and cell.valid @> date '2022-04-30'
                    where a.username = 'clerk' group by cell.name having count(*) = 1) its_own
                """);
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        return Long.parseLong(text(database, sql));
    }

    /**
     * What the program is doing.
     *
     * @param done the state it is in when it is done
     * @param entries as SQL, how many entries of the journal tell of it
     * @param goes how many must in the end
     * @param parts as SQL, how many must by now; null where it is all or nothing
     */
    private record Work(
            String state,
            String done,
            String entries,
            long goes,
            @Nullable String parts) {
        Work(String state, String done, String entries, long goes) {
            this(state, done, entries, goes, null);
        }

        boolean isDone(Connection database) {
            try {
                return text(database, state).equals(done);
            } catch (SQLException unreachable) {
                throw new IllegalStateException(unreachable);
            }
        }

        void requireWhole(Connection database) throws SQLException {
            var written = parts == null ? 0 : number(database, parts);
            assertThat(number(database, entries)).isEqualTo(isDone(database) ? goes : written);
            assertThat(number(database, OUT_OF_STEP)).as("out of step").isZero();
        }
    }
}

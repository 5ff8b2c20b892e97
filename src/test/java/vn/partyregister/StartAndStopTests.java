package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.postgresql.util.PSQLException;

@ResourceLock("a program beside the tests")
class StartAndStopTests {
    private static final String EMPTY = "--register.sample=none";

    @TempDir
    Path folder;

    /** A program that was killed leaves its database server behind: no test may. */
    @AfterEach
    void leaveNoServerBehind() throws IOException {
        var pid = folder.resolve("data/postgres/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void afterAStopAndAfterAKillTheNextStartFindsEverythingAndNoOrphanIsInTheWay() throws Exception {
        var data = folder.resolve("data");
        try (var first = RunningProgram.start(data, EMPTY).untilItAnswers()) {
            note(first, "before the stop");
            first.stop();
            assertThat(first.databaseServer()).isEmpty();
        }
        try (var second = RunningProgram.start(data, EMPTY).untilItAnswers()) {
            note(second, "before the kill");
            second.kill();
        }
        try (var third = RunningProgram.start(data, EMPTY).untilItAnswers();
                var connection = third.database("register_owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(text, ', ' order by at) from public.note")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("before the stop, before the kill");
        }
    }

    @Test
    void aCopyOfTheFolderOfAStoppedProgramIsABackupThatStarts() throws Exception {
        var data = folder.resolve("data");
        byte[] key;
        try (var program = RunningProgram.start(data, EMPTY).untilItAnswers()) {
            note(program, "kept");
            program.stop();
            key = Files.readAllBytes(data.resolve("keys/register.key"));
        }
        var copy = folder.resolve("copy");
        var copying = new ProcessBuilder("cp", "-a", data.toString(), copy.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
        try (var restored = RunningProgram.start(copy, EMPTY).untilItAnswers();
                var connection = restored.database("register_owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from public.note")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
            assertThat(copy.resolve("keys/register.key")).hasBinaryContent(key);
        }
    }

    @Test
    void aSecondCopyOnTheSameFolderSaysThatOneIsRunning() throws Exception {
        var data = folder.resolve("data");
        try (var first = RunningProgram.start(data, EMPTY).untilItAnswers();
                var second = RunningProgram.start(data, EMPTY)) {
            assertThat(second.untilItEnds()).isNotZero();
            assertThat(second.said()).contains("Another copy of the register is running");
            assertThat(second.said()).doesNotContain("\tat ");
            assertThat(first.databaseServer())
                    .hasValueSatisfying(server -> assertThat(server.isAlive()).isTrue());
        }
    }

    @Test
    void theEmbeddedDatabaseIsDurableAsksForAPasswordAndServesARoleThatIsNoSuperuser() throws Exception {
        try (var program = RunningProgram.start(folder.resolve("data"), EMPTY).untilItAnswers()) {
            try (var connection = program.database("register_program");
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select current_setting('fsync'), current_setting('synchronous_commit'),
                                   current_setting('full_page_writes'), rolsuper or rolcreaterole or rolcreatedb
                            from pg_roles where rolname = current_user""")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("on");
                assertThat(row.getString(2)).isEqualTo("on");
                assertThat(row.getString(3)).isEqualTo("on");
                assertThat(row.getBoolean(4)).isFalse();
            }
            for (var role : new String[] {"register_program", "register_owner", "postgres"}) {
                assertThatExceptionOfType(PSQLException.class).isThrownBy(() -> program.connect(role, "guessed"));
            }
        }
    }

    private static void note(RunningProgram program, String text) throws IOException, SQLException {
        try (var connection = program.database("register_owner");
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists public.note (text text, at timestamptz default clock_timestamp())");
            statement.execute("insert into public.note (text) values ('" + text + "')");
        }
    }
}

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
        for (var register : new String[] {"data", "copy"}) {
            var pid = folder.resolve(register).resolve("postgres/postmaster.pid");
            if (Files.exists(pid)) {
                ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(pid).getFirst().strip()))
                        .ifPresent(ProcessHandle::destroy);
            }
        }
    }

    /** One real register from its first start on, and its copy: each start costs a quarter of a minute, so none is made twice. */
    @Test
    void aRegisterIsBegunAndAStopAKillAndACopyOfItsFolderLoseNothingAndLeaveNothingInTheWay() throws Exception {
        var data = folder.resolve("data");
        var copy = folder.resolve("copy");
        try (var first = RunningProgram.start(data, EMPTY).untilItAnswers()) {
            FirstDays.live(first);
            assertDurable(first);
            assertAsksForPasswords(first);
            assertSaysThatOneIsRunning(data);
            assertThat(first.databaseServer())
                    .hasValueSatisfying(server -> assertThat(server.isAlive()).isTrue());
            note(first, "before the stop");
            first.stop();
            assertThat(first.databaseServer()).isEmpty();
        }
        copy(data, copy);
        try (var restored = RunningProgram.start(copy, EMPTY).untilItAnswers()) {
            assertThat(notes(restored)).isEqualTo("before the stop");
            assertThat(copy.resolve("keys/register.key"))
                    .hasBinaryContent(Files.readAllBytes(data.resolve("keys/register.key")));
            note(restored, "before the kill");
            restored.kill();
        }
        try (var third = RunningProgram.start(copy, EMPTY, "--register.command=rebuild-standing")
                .untilItAnswers()) {
            third.untilItSays("standing rebuilt from the journal: 0 rows");
            assertThat(notes(third)).isEqualTo("before the stop, before the kill");
        }
        assertIsNoPlaceForASample(data);
    }

    private static void assertDurable(RunningProgram program) throws IOException, SQLException {
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
            assertThat(row.getBoolean(4)).as("the program is no superuser").isFalse();
        }
    }

    private static void assertAsksForPasswords(RunningProgram program) {
        for (var role : new String[] {"register_program", "register_owner", "postgres"}) {
            assertThatExceptionOfType(PSQLException.class).isThrownBy(() -> program.connect(role, "guessed"));
        }
    }

    private static void assertSaysThatOneIsRunning(Path data) throws IOException, InterruptedException {
        try (var second = RunningProgram.start(data, EMPTY)) {
            assertThat(second.untilItEnds()).isNotZero();
            assertThat(second.said()).contains("Another copy of the register is running");
            assertThat(second.said()).doesNotContain("\tat ");
        }
    }

    private static void assertIsNoPlaceForASample(Path data) throws IOException, InterruptedException {
        try (var sample = RunningProgram.start(data, "--register.sample=tra-vinh")) {
            assertThat(sample.untilItEnds()).isNotZero();
            assertThat(sample.said())
                    .contains("tổ chức đảng của một sổ thật", "register.sample", "tra-vinh")
                    .doesNotContain("\tat ");
        }
    }

    private static void copy(Path data, Path copy) throws IOException, InterruptedException {
        var copying = new ProcessBuilder("cp", "-a", data.toString(), copy.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
    }

    private static String notes(RunningProgram program) throws IOException, SQLException {
        try (var connection = program.database("register_owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(text, ', ' order by at) from public.note")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
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

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
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
            assertThat(first.said())
                    .contains("Sổ Đảng viên: " + first.address(""), "Dữ liệu nằm ở " + data.toAbsolutePath());
            assertDurable(first);
            assertAsksForPasswords(first);
            assertSaysThatOneIsRunning(data);
            assertThat(first.databaseServer())
                    .hasValueSatisfying(server -> assertThat(server.isAlive()).isTrue());
            first.stop();
            assertThat(first.databaseServer()).isEmpty();
        }
        copy(data, copy);
        try (var restored = RunningProgram.start(copy, EMPTY).untilItAnswers()) {
            FirstDays.areKept(restored);
            restored.kill();
            assertThat(restored.databaseServer())
                    .hasValueSatisfying(orphan -> assertThat(orphan.isAlive()).isTrue());
        }
        try (var third = RunningProgram.start(copy, EMPTY, "--register.command=rebuild-standing")
                .untilItAnswers()) {
            third.untilItSays("standing rebuilt from the journal: 1 rows");
            FirstDays.areKept(third);
        }
        assertIsNoPlaceForASample(data);
    }

    /** On a database server of one's own, with the two roles as the container's script makes them. */
    @Test
    void aDatabaseServerOfOnesOwnIsTakenInsteadOfTheEmbeddedOne() throws Exception {
        var data = folder.resolve("elsewhere");
        var database = PostgresForTests.Database.empty();
        var asComposeSetsThem = Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", "register_program",
                "SPRING_DATASOURCE_PASSWORD", "register_program",
                "SPRING_FLYWAY_USER", "register_owner",
                "SPRING_FLYWAY_PASSWORD", "register_owner",
                "REGISTER_SAMPLE", "none");
        try (var program = RunningProgram.startWith(asComposeSetsThem, data).untilItAnswers()) {
            assertThat(new HttpVisitor(program).get("/actuator/health/readiness"))
                    .contains("\"UP\"");
            FirstDays.live(program);
            FirstDays.areKept(program);
            assertThat(program.said()).contains(database.url()).doesNotContain("\tat ");
        }
        assertThat(data.resolve("postgres")).doesNotExist();
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
}

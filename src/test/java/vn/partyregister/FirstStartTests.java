package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The very first start of a sample register, pulled out in the middle. */
@Tag("soak")
@ResourceLock("a program beside the tests")
class FirstStartTests {
    /** Who belongs on the business day, and who has left since the opening day. */
    private static final int EVERYBODY = 46_214 + 573 + 332 + 1_405 + 60;

    private static final String SAMPLE = "--register.sample=tra-vinh";

    @TempDir
    Path folder;

    @AfterEach
    void leaveNoServerBehind() throws Exception {
        var pid = folder.resolve("data/postgres/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void aFirstStartKilledInTheMiddleIsMadeWholeByTheNextAndNothingIsThereTwice() throws Exception {
        var data = folder.resolve("data");
        try (var first = RunningProgram.start(data, SAMPLE).untilItAnswers()) {
            until(first, Pattern.compile(": [78]\\d\u00a0%"));
            first.kill();
        }
        try (var second = RunningProgram.start(data, SAMPLE).untilItAnswers()) {
            until(second, Pattern.compile("auditor, admin"));
            try (var connection = second.database("register_program");
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select (select count(*) from member.member), (select count(*) from membership.movement where kind = 'OPENING'),
                                   (select count(*) from organisation.organisation), (select count(*) from access.account),
                                   (select count(*) from membership.standing_out_of_step)
                                       + (select count(*) from membership.headcount_out_of_step)""")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(EVERYBODY);
                assertThat(row.getInt(2)).isEqualTo(EVERYBODY - 3_932);
                assertThat(row.getInt(3)).isEqualTo(2_525);
                assertThat(row.getInt(4)).isEqualTo(6);
                assertThat(row.getInt(5)).isZero();
            }
        }
    }

    private static void until(RunningProgram program, Pattern line) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> line.matcher(program.said()).find());
    }
}

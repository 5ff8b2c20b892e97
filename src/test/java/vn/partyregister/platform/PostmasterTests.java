package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a start may stop: the server of its own folder, and nobody who was given its number since. */
class PostmasterTests {
    @TempDir
    Path cluster;

    private Process process;

    /** Something that runs under the name of the server. */
    @BeforeEach
    void run() throws IOException {
        var named = Files.copy(Path.of("/bin/sleep").toRealPath(), cluster.resolve("postgres"));
        process = new ProcessBuilder(named.toString(), "60").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void theServerOfTheFolderIsFound() throws IOException {
        assertThat(said(process.pid(), cluster, began())).contains(process.toHandle());
    }

    @Test
    void whoWasGivenItsNumberSinceIsNotIt() throws IOException {
        assertThat(said(process.pid(), cluster, began().minusSeconds(60))).isEmpty();
    }

    @Test
    void theServerOfAnotherFolderIsNotStoppedThroughTheCopyOfItsPidFile(@TempDir Path original) throws IOException {
        assertThat(said(process.pid(), original, began())).isEmpty();
    }

    @Test
    void anotherProgramIsNotIt() throws IOException {
        var self = ProcessHandle.current();
        assertThat(said(self.pid(), cluster, self.info().startInstant().orElseThrow()))
                .isEmpty();
    }

    @Test
    void whoHasEndedIsNotThere() throws Exception {
        var began = began();
        process.destroyForcibly().waitFor();
        assertThat(said(process.pid(), cluster, began)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "abc\n", "99999999999999999999\n/\n1\n"})
    void aBrokenFileSpeaksOfNobody(String broken) throws IOException {
        Files.writeString(Postmaster.file(cluster), broken);
        assertThat(Postmaster.of(cluster).process()).isEmpty();
    }

    @Test
    void withoutAFileNobodyRuns() throws IOException {
        assertThat(Postmaster.of(cluster).process()).isEmpty();
    }

    private Instant began() {
        return process.info().startInstant().orElseThrow();
    }

    private Optional<ProcessHandle> said(long pid, Path folder, Instant began) throws IOException {
        Files.writeString(
                Postmaster.file(cluster), "%d%n%s%n%d%n5432%n".formatted(pid, folder, began.getEpochSecond()));
        return Postmaster.of(cluster).process();
    }
}

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The program as a process of its own, with its embedded database, as a clerk's machine runs it. */
public final class RunningProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path data;
    private final int port;
    private final Path log;
    private final Process process;

    private RunningProgram(Path data, int port, Path log, Process process) {
        this.data = data;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    public static RunningProgram start(Path data, String... options) throws IOException {
        return startWithin("512m", data, options);
    }

    /** @param environment variables beside those of the tests */
    static RunningProgram startWith(Map<String, String> environment, Path data) throws IOException {
        return start("512m", environment, data);
    }

    /** @param heap the most memory it may take for its objects, as {@code -Xmx} writes it */
    public static RunningProgram startWithin(String heap, Path data, String... options) throws IOException {
        return start(heap, Map.of(), data, options);
    }

    private static RunningProgram start(String heap, Map<String, String> environment, Path data, String... options)
            throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1", // as spring-boot:run starts it: what lives for seconds is not compiled twice
                "-XX:+UseSerialGC",
                "-cp",
                withoutTests(System.getProperty("java.class.path")),
                "vn.partyregister.PartyRegister",
                "--server.port=" + port,
                "--register.data=" + data));
        command.addAll(List.of(options));
        Files.createDirectories(data);
        var log = Files.createTempFile(data.getParent(), "run", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("SPRING_DATASOURCE_URL");
        builder.environment().putAll(environment);
        return new RunningProgram(data, port, log, builder.start());
    }

    private static String withoutTests(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public String said() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    public RunningProgram untilItAnswers() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(process.isAlive()).as(said()).isTrue();
            return answers();
        });
        return this;
    }

    /** Waits for a line of its log. */
    public RunningProgram untilItSays(String text) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(process.isAlive()).as(said()).isTrue();
            return said().contains(text);
        });
        return this;
    }

    private boolean answers() throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address("/sign-in")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    int untilItEnds() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** As {@code kill -9} does: nothing is put away. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        untilItEnds();
    }

    /** As Ctrl-C or a service manager does. */
    public void stop() throws InterruptedException {
        process.destroy();
        untilItEnds();
    }

    /** The process of its database server, if one runs on its folder. */
    Optional<ProcessHandle> databaseServer() throws IOException {
        return Files.exists(pidFile())
                ? ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip()))
                : Optional.empty();
    }

    Connection database(String role) throws IOException, SQLException {
        return connect(role, Files.readString(data.resolve("keys").resolve("database.key")));
    }

    Connection connect(String role, String password) throws IOException, SQLException {
        var address = "jdbc:postgresql://localhost:" + postmaster().get(3).strip() + "/register";
        return DriverManager.getConnection(address, role, password);
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(pidFile());
    }

    private Path pidFile() {
        return data.resolve("postgres").resolve("postmaster.pid");
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }
}

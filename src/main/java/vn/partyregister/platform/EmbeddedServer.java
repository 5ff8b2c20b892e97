package vn.partyregister.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded PostgreSQL for real use: durable, with passwords, with one role that owns and another that works.
 * The library's own settings are for tests.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String DATABASE = "register";
    static final String OWNER = "register_owner";
    static final String PROGRAM = "register_program";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String ONLY_WITH_PASSWORD = """
            # Written by the register: nobody enters without a password, and nobody from elsewhere.
            local all all              scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final EmbeddedPostgres server;
    private final Path cluster;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres server, Path cluster, String password) {
        this.server = server;
        this.cluster = cluster;
        this.password = password;
    }

    static EmbeddedServer start(Path folder) throws IOException {
        var data = folder.toAbsolutePath();
        var cluster = data.resolve("postgres");
        Files.createDirectories(cluster);
        stopOrphan(cluster);
        var password = DatabasePassword.in(data);
        var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(data.resolve("binaries").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("effective_cache_size", "1GB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                // Repeating the hash protects what can be guessed; 32 random bytes cannot, and forty connections open
                // at a start.
                .setServerConfig("scram_iterations", "1")
                .setServerConfig("max_wal_size", "2GB")
                // A statement of a killed program ends with it: the next start waits for it no longer than this.
                .setServerConfig("client_connection_check_interval", "2s")
                .start();
        var started = new EmbeddedServer(server, cluster, password);
        started.prepare();
        return started;
    }

    String address(String role) {
        return server.getJdbcUrl(role, DATABASE);
    }

    String password() {
        return password;
    }

    /** Stops the server and waits until it has put everything away. */
    @Override
    public void close() throws IOException {
        server.close();
        awaitRest(cluster);
    }

    /** A server that outlived a killed program: nobody is left to use it, and it holds the cluster. */
    private static void stopOrphan(Path cluster) throws IOException {
        var orphan = Postmaster.of(cluster).process();
        if (orphan.isEmpty()) {
            return;
        }
        log.info(
                "Stopping the database server that an interrupted run left behind (process {})",
                orphan.get().pid());
        orphan.get().destroy();
        awaitRest(cluster);
    }

    /** The server takes its pid file away when everything is written. */
    private static void awaitRest(Path cluster) throws IOException {
        var pidFile = Postmaster.file(cluster);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(pidFile)) {
            if (System.nanoTime() > end) {
                throw new IOException("the embedded database server does not stop");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void prepare() throws IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("create role " + OWNER + " login password '" + password + "'");
                statement.execute("create role " + PROGRAM + " login password '" + password + "'");
                statement.execute("alter role postgres password '" + password + "'");
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            demandPasswords(connection);
        } catch (SQLException broken) {
            server.close();
            throw new IOException("the embedded database could not be prepared", broken);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            return row.next();
        }
    }

    private void demandPasswords(Connection connection) throws IOException, SQLException {
        var rules = cluster.resolve("pg_hba.conf");
        if (!Files.readString(rules).equals(ONLY_WITH_PASSWORD)) {
            Files.writeString(rules, ONLY_WITH_PASSWORD);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_reload_conf()");
            }
        }
    }
}

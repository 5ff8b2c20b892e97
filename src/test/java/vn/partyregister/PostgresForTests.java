package vn.partyregister;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL server for all tests of a run; a database of its own, migrated, for each Spring context. */
@NullMarked
@TestConfiguration(proxyBeanMethods = false)
public class PostgresForTests {
    /** What is started where an engine for containers answers. */
    static final String IMAGE = "postgres:18";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Bean
    Database database() {
        return Database.create();
    }

    @Bean
    JdbcConnectionDetails programConnection(Database database) {
        return new AsProgram(database.url(), "register_program", "register_program");
    }

    @Bean
    FlywayConnectionDetails ownerConnection(Database database) {
        return new AsOwner(database.url(), "register_owner", "register_owner");
    }

    private record AsProgram(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record AsOwner(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}

    /** A database on the server of this run. */
    public record Database(String url) {
        /** A new one with the tables of all modules, the two roles of the program, and nothing in it. */
        public static Database create() {
            return create("template " + Template.NAME);
        }

        /** A new one with the two roles of the program beside it and nothing in it, not even a table. */
        static Database empty() {
            Roles.make();
            return create("");
        }

        private static Database create(String like) {
            var name = "register_" + DATABASES.incrementAndGet();
            execute("create database %s owner register_owner %s".formatted(name, like));
            return new Database(Server.url(name));
        }

        private static void execute(String... statements) {
            try (var connection = DriverManager.getConnection(Server.url("postgres"), "postgres", "postgres");
                    var statement = connection.createStatement()) {
                for (var each : statements) {
                    statement.execute(each);
                }
            } catch (SQLException unreachable) {
                throw new IllegalStateException(unreachable);
            }
        }

        /** The plug of this database, to be pulled from under who works with the connections of a pool. */
        public PulledPlug plug(DataSource source) throws SQLException {
            return new PulledPlug(
                    DriverManager.getConnection(Server.url(name()), "postgres", "postgres"),
                    source.unwrap(HikariDataSource.class));
        }

        private String name() {
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    private static final class Roles {
        private static boolean made;

        private static synchronized void make() {
            if (!made) {
                Database.execute(
                        "create role register_owner login password 'register_owner'",
                        "create role register_program login password 'register_program'");
                made = true;
            }
        }
    }

    /** What each database of a run begins as. */
    private static final class Template {
        private static final String NAME = migrated().name();

        private static Database migrated() {
            var empty = Database.empty();
            MigratedDatabase.migrate(empty.url());
            return empty;
        }
    }

    private static final class Server {
        private static final String ADDRESS = start();

        private static String url(String database) {
            return "jdbc:postgresql://" + ADDRESS + "/" + database;
        }

        private static String start() {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                var container =
                        new PostgreSQLContainer(IMAGE).withUsername("postgres").withPassword("postgres");
                container.start();
                return container.getHost() + ":" + container.getMappedPort(5432);
            }
            try {
                return "localhost:" + EmbeddedPostgres.start().getPort();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}

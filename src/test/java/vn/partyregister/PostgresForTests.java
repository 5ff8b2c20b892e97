package vn.partyregister;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL server for all tests of a run; a database of its own for each Spring context. */
@NullMarked
@TestConfiguration(proxyBeanMethods = false)
public class PostgresForTests {
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
        /** A new, empty one with the two roles of the program. */
        public static Database create() {
            var name = "register_" + DATABASES.incrementAndGet();
            try (var connection = DriverManager.getConnection(Server.url("postgres"), "postgres", "postgres");
                    var statement = connection.createStatement()) {
                for (var role : new String[] {"register_owner", "register_program"}) {
                    statement.execute("""
                            do $$ begin create role %1$s login password '%1$s';
                            exception when duplicate_object then null; end $$""".formatted(role));
                }
                statement.execute("create database " + name + " owner register_owner");
            } catch (SQLException unreachable) {
                throw new IllegalStateException(unreachable);
            }
            return new Database(Server.url(name));
        }
    }

    private static final class Server {
        private static final String ADDRESS = start();

        private static String url(String database) {
            return "jdbc:postgresql://" + ADDRESS + "/" + database;
        }

        private static String start() {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                var container = new PostgreSQLContainer("postgres:18")
                        .withUsername("postgres")
                        .withPassword("postgres");
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

package vn.partyregister;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullMarked;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** All migrations of all modules, as Spring Modulith carries them out: once for each run, then the database is copied. */
@NullMarked
final class MigratedDatabase {
    private static final String ORDER = "META-INF/spring-modulith/application-modules.json";

    private MigratedDatabase() {}

    static void migrate(String url) {
        migrate(url, "__root", "flyway_schema_history");
        try (var order = new ClassPathResource(ORDER).getInputStream()) {
            for (var module : JsonMapper.shared().readTree(order).propertyNames()) {
                if (hasMigrations(module)) {
                    migrate(url, module, "flyway_schema_history_" + module);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean hasMigrations(String module) throws IOException {
        return new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/%s/*.sql".formatted(module))
                        .length
                > 0;
    }

    private static void migrate(String url, String folder, String history) {
        Flyway.configure()
                .dataSource(url, "register_owner", "register_owner")
                .locations("classpath:db/migration/" + folder)
                .table(history)
                .placeholders(Map.of("program", "register_program"))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}

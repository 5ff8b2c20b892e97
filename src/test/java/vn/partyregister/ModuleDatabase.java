package vn.partyregister;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullMarked;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with the schemas of some modules and nothing of Spring: for properties that try hundreds of histories. */
@NullMarked
public final class ModuleDatabase {
    /** What nearly every module rests on, in the order in which they are migrated. */
    public static final List<String> MEMBERSHIP =
            List.of("__root", "audit", "exchange", "reference", "organisation", "access", "member", "membership");

    private ModuleDatabase() {}

    /** A new one, as the program's role reaches it. */
    public static PGSimpleDataSource with(List<String> modules) {
        var url = PostgresForTests.Database.create().url();
        for (var module : modules) {
            Flyway.configure()
                    .dataSource(source(url, "register_owner"))
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_" + module)
                    .placeholders(Map.of("program", "register_program"))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        return source(url, "register_program");
    }

    private static PGSimpleDataSource source(String url, String role) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(role);
        return source;
    }
}

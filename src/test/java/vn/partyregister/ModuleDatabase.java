package vn.partyregister;

import org.jspecify.annotations.NullMarked;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with the tables of all modules and nothing of Spring: for properties that try hundreds of histories. */
@NullMarked
public final class ModuleDatabase {
    private ModuleDatabase() {}

    /** A new one, as the program's role reaches it. */
    public static PGSimpleDataSource create() {
        var source = new PGSimpleDataSource();
        source.setUrl(PostgresForTests.Database.create().url());
        source.setUser("register_program");
        source.setPassword("register_program");
        return source;
    }
}

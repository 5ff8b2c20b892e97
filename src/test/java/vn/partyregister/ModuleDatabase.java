package vn.partyregister;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database with the tables of all modules and nothing of Spring: for properties that try hundreds of histories. All go
 * through one connection, as many requests go through one of a pool: a new one has to plan every trigger of the journal anew,
 * which takes longer than a history.
 */
@NullMarked
public final class ModuleDatabase {
    private ModuleDatabase() {}

    /** A new one, as the program's role reaches it. */
    public static DataSource create() {
        var source = new PGSimpleDataSource();
        source.setUrl(PostgresForTests.Database.create().url());
        source.setUser("register_program");
        source.setPassword("register_program");
        source.setOptions("-c jit=off");
        try {
            return new SingleConnectionDataSource(source.getConnection(), true);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}

package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullMarked;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.PostgresForTests;
import vn.partyregister.platform.Uuids;

/** A database with the tables of the tree and of what lies below it, without any Spring context. */
@NullMarked
record BareTree(JdbcClient jdbc, TransactionTemplate transaction) {
    static BareTree create() {
        var url = PostgresForTests.Database.create().url();
        for (var module : new String[] {"__root", "audit", "exchange", "organisation"}) {
            Flyway.configure()
                    .dataSource(source(url, "register_owner"))
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_" + module)
                    .placeholders(java.util.Map.of("program", "register_program"))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        var program = source(url, "register_program");
        return new BareTree(JdbcClient.create(program), new TransactionTemplate(new JdbcTransactionManager(program)));
    }

    private static DataSource source(String url, String role) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(role);
        return source;
    }

    UUID decision(String issuer, LocalDate day) {
        var id = Uuids.next();
        jdbc.sql(
                        "insert into organisation.decision (id, issuer_name, number, issued_on) values (:id, :issuer, '1', :day)")
                .param("id", id)
                .param("issuer", issuer + " " + id)
                .param("day", day)
                .update();
        return id;
    }

    void open(UUID id, boolean root) {
        jdbc.sql("insert into organisation.organisation (id, version, is_root) values (:id, 0, :root)")
                .param("id", id)
                .param("root", root)
                .update();
    }
}

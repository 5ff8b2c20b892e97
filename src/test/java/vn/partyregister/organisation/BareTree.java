package vn.partyregister.organisation;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.ModuleDatabase;
import vn.partyregister.platform.Uuids;

/** A database with the tables of the tree and of what lies below it, without any Spring context. */
@NullMarked
record BareTree(DataSource source, JdbcClient jdbc, TransactionTemplate transaction) {
    static BareTree create() {
        var program = ModuleDatabase.create();
        return new BareTree(
                program, JdbcClient.create(program), new TransactionTemplate(new JdbcTransactionManager(program)));
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

    /** What the program itself cannot take away, by the owner of the tables. */
    void forgetActs() {
        try (var program = source.getConnection();
                var owner = DriverManager.getConnection(
                        program.getMetaData().getURL(), "register_owner", "register_owner");
                var statement = owner.createStatement()) {
            statement.execute("truncate organisation.act, organisation.reorganisation cascade");
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}

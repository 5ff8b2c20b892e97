package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.PostgresForTests.Database;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** A clerk's imports, and how they are cut off. */
abstract class CutOffImports {
    @Autowired
    Imports imports;

    @Autowired
    Uploads uploads;

    @Autowired
    ImportRun run;

    @Autowired
    Orgs orgs;

    @Autowired
    SignIn signIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Database database;

    @Autowired
    private DataSource source;

    Orgs.Tree tree;
    SignIn.Account account;
    private Visitor clerk;

    @BeforeEach
    void aClerkOfTheEast() {
        tree = orgs.tree();
        account = signIn.account(Role.CLERK, tree.east());
        clerk = new Visitor(
                account.id(),
                account.username(),
                account.username(),
                tree.east().id(),
                Map.of(Permission.IMPORT, Scope.of(Set.of(tree.east().id()))));
    }

    /** Uploads a file, reads it and looks at it: every row of it is new. */
    ImportId judged(String kind, String file, int rows) {
        var id = new Author(clerk.account(), clerk.username(), null)
                .writing(() ->
                        imports.upload("tep.csv", file.getBytes(StandardCharsets.UTF_8), kind, Purpose.LOAD, clerk));
        transaction.executeWithoutResult(_ -> uploads.move(id, State.UPLOADED, State.STAGING));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id).state()).isEqualTo(State.JUDGED);
        assertThat(imports.figures(id).fresh()).isEqualTo(rows);
        return id;
    }

    void asksToWrite(ImportId id) {
        transaction.executeWithoutResult(_ -> uploads.move(id, State.JUDGED, State.COMMITTING));
    }

    /** Ends the connection of the writing some time after it began to write into a schema. */
    boolean cutOff(ImportId id, String schema, Duration after) throws Exception {
        try (var plug = database.plug(source)) {
            return plug.during(() -> run.work(id, ProgressListener.SILENT), schema, after);
        }
    }

    /** A program that is killed behind the first range leaves its work as it stood. */
    void killedBehindTheFirstRange(ImportId id) {
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> run.work(id, (_, _, _) -> {
                    throw new Killed();
                }));
        assertThat(uploads.get(id)).returns(State.COMMITTING, Upload::state);
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}

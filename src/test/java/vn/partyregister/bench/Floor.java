package vn.partyregister.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** What the database itself needs, asked through plain JDBC by a hand-written statement. */
record Floor(DataSource database) {
    /** Reads every column of every row, and keeps none. */
    void query(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (var column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                }
            }
        }
    }

    /** Milliseconds of a COPY of everybody's rows into a table of the same columns with four indexes. */
    double copyingMembers() throws SQLException, IOException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temp table copied (like member.member) on commit drop");
            for (var column : new String[] {"id", "full_name", "citizen_number_hash", "born_earliest"}) {
                statement.execute("create index on copied (%s)".formatted(column));
            }
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            var rows = new ByteArrayOutputStream();
            copying.copyOut("copy (select * from member.member) to stdout", rows);
            var start = System.nanoTime();
            copying.copyIn("copy copied from stdin", new ByteArrayInputStream(rows.toByteArray()));
            var taken = (System.nanoTime() - start) / 1e6;
            connection.rollback();
            return taken;
        }
    }
}

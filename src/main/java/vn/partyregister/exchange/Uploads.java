package vn.partyregister.exchange;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Visitor;

/** The uploads, their files and their headings in the database. */
@Repository
class Uploads {
    /** All of an upload but its file. */
    private static final String COLUMNS = """
            u.id, u.kind, u.purpose, u.file_name, u.format, u.encoding, u.sheet, u.header_row, u.first_row, u.state,
            u.account_id, u.username, u.address, u.everything, u.organisations, u.uploaded_at, u.finished_at, u.cleared_at,
            u.rows_read, u.rows_total, u.rows_done, u.refusal, u.refusal_arguments
            """;

    private final JdbcClient jdbc;
    private final Seal seal;

    Uploads(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void add(Upload upload, byte[] file) {
        jdbc.sql("""
                        insert into exchange.upload (id, kind, purpose, file_name, file_sealed, format, encoding, sheet,
                            header_row, first_row, state, account_id, username, address, everything, organisations)
                        values (:id, :kind, :purpose, :name, :file, :format, :encoding, :sheet,
                            :header, :first, :state, :account, :username, :address, :everything, :organisations)
                        """)
                .param("id", upload.id().id())
                .param("kind", upload.kind())
                .param("purpose", upload.purpose().name())
                .param("name", upload.fileName())
                .param("file", seal.seal(file))
                .param("format", upload.format())
                .param("encoding", upload.encoding())
                .param("sheet", upload.sheet())
                .param("header", upload.headerRow())
                .param("first", upload.firstRow())
                .param("state", upload.state().name())
                .param("account", upload.accountId())
                .param("username", upload.username())
                .param("address", upload.address())
                .param("everything", upload.scope().everything())
                .param("organisations", upload.scope().organisations().toArray(UUID[]::new))
                .update();
    }

    /** The upload, where the visitor may see it: the own ones, and all for who may import everywhere. */
    Upload get(ImportId id, Visitor visitor) {
        return jdbc.sql("select " + COLUMNS + " from exchange.upload u where u.id = :id and " + visible(visitor))
                .param("id", id.id())
                .param("account", visitor.account())
                .query((row, _) -> upload(row))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("exchange.unknown"));
    }

    Upload get(ImportId id) {
        return jdbc.sql("select " + COLUMNS + " from exchange.upload u where u.id = :id")
                .param("id", id.id())
                .query((row, _) -> upload(row))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("exchange.unknown"));
    }

    /** Those that the visitor may see, the latest first. */
    ListQuery<Upload> list(Visitor visitor) {
        return ListQuery.of(
                        (row, _) -> upload(row),
                        "select " + COLUMNS + " from exchange.upload u where " + visible(visitor))
                .counted("select count(*) from exchange.upload u where " + visible(visitor))
                .ordered("u.uploaded_at desc, u.id desc")
                .with("account", visitor.account());
    }

    private static String visible(Visitor visitor) {
        return visitor.scope(Permission.IMPORT).everything() ? "true" : "u.account_id = :account";
    }

    /** The file, open for reading. */
    SheetFile open(Upload upload) {
        return SheetReader.open(file(upload.id()), upload.fileName(), upload.encoding(), upload.sheet());
    }

    byte[] file(ImportId id) {
        return seal.open(Objects.requireNonNull(jdbc.sql("select file_sealed from exchange.upload where id = :id")
                .param("id", id.id())
                .query(byte[].class)
                .single()));
    }

    /** From one state to the next; refused where another has moved it meanwhile. */
    void move(ImportId id, State from, State next) {
        if (!from.leadsTo(next)) {
            throw new Refusal.RuleBroken("exchange.not-now");
        }
        var moved = jdbc.sql("""
                        update exchange.upload set state = :next,
                            finished_at = case when :over then now() end
                        where id = :id and state = :from
                        """)
                .param("next", next.name())
                .param("from", from.name())
                .param("over", next == State.DONE || next == State.REFUSED || next == State.ABANDONED)
                .param("id", id.id())
                .update();
        if (moved == 0) {
            throw new Refusal.RuleBroken("exchange.not-now");
        }
    }

    void refuse(ImportId id, @Nullable String refusal, List<String> arguments) {
        jdbc.sql("update exchange.upload set refusal = :refusal, refusal_arguments = :arguments where id = :id")
                .param("refusal", refusal)
                .param("arguments", arguments.toArray(String[]::new))
                .param("id", id.id())
                .update();
    }

    void reachUpTo(ImportId id, Visitor visitor) {
        var scope = visitor.scope(Permission.IMPORT);
        jdbc.sql("update exchange.upload set everything = :everything, organisations = :organisations where id = :id")
                .param("everything", scope.everything())
                .param("organisations", scope.organisations().toArray(UUID[]::new))
                .param("id", id.id())
                .update();
    }

    void readAs(ImportId id, SheetFile file, Headings found) {
        jdbc.sql("""
                        update exchange.upload
                        set encoding = :encoding, sheet = :sheet, header_row = :header, first_row = :first where id = :id
                        """)
                .param("encoding", file.encoding().name())
                .param("sheet", file.sheet())
                .param("header", found.row())
                .param("first", found.firstRow())
                .param("id", id.id())
                .update();
        setHeadings(id, found.columns());
    }

    /** How many rows are read so far: at once visible, whatever becomes of the reading. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void read(ImportId id, int rows) {
        jdbc.sql("update exchange.upload set rows_read = :rows where id = :id")
                .param("rows", rows)
                .param("id", id.id())
                .update();
    }

    void toWrite(ImportId id, int total) {
        jdbc.sql("update exchange.upload set rows_total = :total where id = :id")
                .param("total", total)
                .param("id", id.id())
                .update();
    }

    /** Adds to the rows that are written; says how many those are now. */
    int written(ImportId id, int more) {
        return jdbc.sql("update exchange.upload set rows_done = rows_done + :more where id = :id returning rows_done")
                .param("more", more)
                .param("id", id.id())
                .query(Integer.class)
                .single();
    }

    // Headings

    List<Heading> headings(ImportId id) {
        return jdbc.sql("""
                        select position, heading, column_key from exchange.upload_column
                        where upload_id = :id order by position
                        """)
                .param("id", id.id())
                .query((row, _) -> new Heading(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    void setHeadings(ImportId id, List<Heading> headings) {
        jdbc.sql("delete from exchange.upload_column where upload_id = :id")
                .param("id", id.id())
                .update();
        for (var heading : headings) {
            jdbc.sql("""
                            insert into exchange.upload_column (upload_id, position, heading, column_key)
                            values (:id, :position, :heading, :column)
                            """)
                    .param("id", id.id())
                    .param("position", heading.position())
                    .param("heading", heading.text())
                    .param("column", heading.column())
                    .update();
        }
    }

    /** What was said of headings before: the column they mean, null where they were left out. */
    Map<String, @Nullable String> remembered(String kind) {
        var remembered = new HashMap<String, @Nullable String>();
        jdbc.sql("select heading_folded, column_key from exchange.remembered_heading where kind = :kind")
                .param("kind", kind)
                .query(row -> {
                    remembered.put(row.getString(1), row.getString(2));
                });
        return remembered;
    }

    void remember(String kind, String heading, @Nullable String column) {
        jdbc.sql("""
                        insert into exchange.remembered_heading (kind, heading_folded, column_key)
                        values (:kind, :heading, :column)
                        on conflict (kind, heading_folded) do update set column_key = excluded.column_key
                        """)
                .param("kind", kind)
                .param("heading", heading)
                .param("column", column)
                .update();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("file_name"),
                row.getString("format"),
                row.getString("encoding"),
                row.getString("sheet"),
                row.getObject("header_row", Integer.class),
                row.getInt("first_row"),
                State.valueOf(row.getString("state")),
                row.getObject("account_id", UUID.class),
                row.getString("username"),
                row.getString("address"),
                Upload.scope(row.getBoolean("everything"), (UUID[]) array(row, "organisations")),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                instant(row, "cleared_at"),
                row.getInt("rows_read"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getString("refusal"),
                List.of((String[]) array(row, "refusal_arguments")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}

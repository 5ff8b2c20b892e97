package vn.partyregister.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;

/**
 * A row that somebody types instead of sending a file: read, judged and written as a row of a file is, in the transaction
 * of the act. It leaves no import behind.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TypedRows {
    private final Kinds kinds;
    private final Staging staging;
    private final StagedRows staged;
    private final BusinessDay businessDay;
    private final JsonMapper json;
    private final JdbcClient jdbc;

    TypedRows(
            Kinds kinds,
            Staging staging,
            StagedRows staged,
            BusinessDay businessDay,
            JsonMapper json,
            JdbcClient jdbc) {
        this.kinds = kinds;
        this.staging = staging;
        this.staged = staged;
        this.businessDay = businessDay;
        this.json = json;
        this.jdbc = jdbc;
    }

    /** Says what the row would do; no file of its kind is written meanwhile. */
    public TypedRow judge(String key, Map<String, String> typed, Scope scope) {
        var kind = kinds.get(key);
        var id = ImportId.next();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('exchange.' || :kind))")
                .param("kind", key)
                .query()
                .singleRow();
        jdbc.sql("""
                        insert into exchange.upload
                            (id, kind, purpose, file_name, file_sealed, state, username, everything)
                        values (:id, :kind, 'LOAD', '', '', 'STAGING', :username, false)
                        """)
                .param("id", id.id())
                .param("kind", key)
                .param("username", Author.current().username())
                .update();
        staging.stage(id, kind, typed);
        kind.judge(id, scope, businessDay.today());
        staged.complete(id, kind);
        return jdbc.sql("select verdict, target_id from exchange.staged_row where upload_id = :id")
                .param("id", id.id())
                .query((row, _) -> new TypedRow(
                        id,
                        key,
                        Verdict.valueOf(row.getString("verdict")),
                        row.getObject("target_id", UUID.class),
                        reasons(id, "REJECTS"),
                        reasons(id, "WARNS")))
                .single();
    }

    private List<TypedRow.Reason> reasons(ImportId id, String weight) {
        return jdbc.sql("""
                        select column_key, reason, arguments from exchange.problem
                        where upload_id = :id and weight = :weight order by column_key, reason
                        """)
                .param("id", id.id())
                .param("weight", weight)
                .query((row, _) ->
                        new TypedRow.Reason(row.getString("column_key"), row.getString("reason"), List.of((String[])
                                row.getArray("arguments").getArray())))
                .list();
    }

    /**
     * Writes the row as it was judged.
     *
     * @param beside what its kind is told besides, and no file can tell
     */
    public void write(TypedRow row, Map<String, String> beside) {
        jdbc.sql("update exchange.staged_row set value = value || cast(:beside as jsonb) where upload_id = :id")
                .param("beside", json.writeValueAsString(beside))
                .param("id", row.id().id())
                .update();
        kinds.get(row.kind()).commit(row.id(), 1, 1);
    }

    /** What was staged of the row goes, whether it was written or not. */
    public void forget(TypedRow row) {
        jdbc.sql("delete from exchange.upload where id = :id")
                .param("id", row.id().id())
                .update();
    }
}

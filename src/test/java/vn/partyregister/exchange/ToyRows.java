package vn.partyregister.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.platform.Scope;

/** The smallest register there is: codes and names, kept where the engine remembers headings. */
class ToyRows implements RowKind {
    private final String register = "toy-" + UUID.randomUUID();
    private final JdbcClient jdbc;
    private int commitsUntilThePlugIsPulled = Integer.MAX_VALUE;
    private @Nullable RuntimeException fault;
    private int atOnce = 10;

    ToyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void writeAtOnce(int rows) {
        atOnce = rows;
    }

    void pullThePlugAfter(int commits) {
        commitsUntilThePlugIsPulled = commits;
    }

    /** From now on each range is written and then fails; none any more for null. */
    void failWith(@Nullable RuntimeException next) {
        fault = next;
    }

    @Override
    public String key() {
        return "toys";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("code", Form.NUMBER, true, null, List.of("Mã")),
                new Column("name", Form.NAME, true, null, List.of("Tên", "Tên gọi")),
                new Column("day", Form.DATE, false, null, List.of("Ngày")),
                new Column("secret", Form.SECRET_NUMBER, false, null, List.of("Số kín")).withLengths(12));
    }

    @Override
    public int rowsAtOnce() {
        return atOnce;
    }

    @Override
    public void judge(ImportId batch, Scope scope, LocalDate day) {
        new StagedRows(jdbc).rejectRepeated(batch, "code");
        jdbc.sql("""
                        insert into exchange.difference (upload_id, row_number, column_key, here, there)
                        select r.upload_id, r.row_number, 'name', t.column_key, r.value ->> 'name'
                        from exchange.staged_row r
                        join exchange.remembered_heading t on t.kind = :register and t.heading_folded = r.value ->> 'code'
                        where r.upload_id = :batch and r.verdict is null and t.column_key <> r.value ->> 'name'
                        """).param("register", register).param("batch", batch.id()).update();
        jdbc.sql("""
                        update exchange.staged_row r set verdict = case
                            when not exists (select 1 from exchange.remembered_heading t
                                where t.kind = :register and t.heading_folded = r.value ->> 'code') then 'NEW'
                            when exists (select 1 from exchange.difference d
                                where d.upload_id = r.upload_id and d.row_number = r.row_number) then 'CHANGED'
                            else 'UNCHANGED' end
                        where r.upload_id = :batch and r.verdict is null
                        """).param("register", register).param("batch", batch.id()).update();
    }

    @Override
    public int commit(ImportId batch, int first, int last) {
        jdbc.sql("""
                        insert into exchange.remembered_heading (kind, heading_folded, column_key)
                        select :register, value ->> 'code', value ->> 'name' from exchange.staged_row
                        where upload_id = :batch and row_number between :first and :last
                          and verdict in ('NEW', 'CHANGED') and not committed
                        on conflict (kind, heading_folded) do update set column_key = excluded.column_key
                        """)
                .param("register", register)
                .param("batch", batch.id())
                .param("first", first)
                .param("last", last)
                .update();
        if (--commitsUntilThePlugIsPulled < 0) {
            throw new PlugPulled();
        }
        if (fault != null) {
            throw fault;
        }
        return 0;
    }

    @Override
    public void findAbsent(ImportId batch, Scope scope, LocalDate day) {
        jdbc.sql("""
                        insert into exchange.absent (upload_id, target_id, label)
                        select :batch, gen_random_uuid(), t.column_key from exchange.remembered_heading t
                        where t.kind = :register and not exists (select 1 from exchange.staged_row r
                            where r.upload_id = :batch and r.value ->> 'code' = t.heading_folded)
                        """).param("register", register).param("batch", batch.id()).update();
    }

    List<String> names() {
        return jdbc.sql(
                        "select column_key from exchange.remembered_heading where kind = :register order by heading_folded")
                .param("register", register)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** What {@code kill -9} is to a test: nothing that runs afterwards in the engine may count on cleaning up. */
    static class PlugPulled extends Error {
        private static final long serialVersionUID = 1L;
    }
}

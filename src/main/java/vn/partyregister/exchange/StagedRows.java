package vn.partyregister.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.VietnameseText;

/** What kinds of row need alike when they judge, and what is true of every judgement. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StagedRows {
    /** The rows that a new judgement is about. */
    private static final String ANEW = """
            not r.committed and (r.verdict is distinct from 'REJECTED'
                or not exists (select 1 from exchange.staged_row w where w.upload_id = :batch and w.committed))\
            """;

    private final JdbcClient jdbc;

    public StagedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Rejects each row whose value of a column stands in an earlier row of the same file already.
     *
     * @param column the key of a column that tells rows apart
     */
    public void rejectRepeated(ImportId batch, String column) {
        jdbc.sql("""
                        with row_of_value as (
                            select row_number, given ->> :column as given,
                                   min(row_number) over (partition by value ->> :column) as first
                            from exchange.staged_row
                            where upload_id = :batch and value ->> :column is not null
                              and verdict is distinct from 'REJECTED'),
                        repeated as (
                            insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments)
                            select :batch, row_number, :column, 'REJECTS', given, 'exchange.row.repeated', array[first::text]
                            from row_of_value where row_number > first
                            returning row_number)
                        update exchange.staged_row r set verdict = 'REJECTED'
                        from repeated where r.upload_id = :batch and r.row_number = repeated.row_number
                        """).param("batch", batch.id()).param("column", column).update();
    }

    /** Whether a file is only held against the register: what an import alone would mind stands against no row of it. */
    public boolean isComparison(ImportId batch) {
        return jdbc.sql("select purpose = 'COMPARE' from exchange.upload where id = :batch")
                .param("batch", batch.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Forgets an earlier judgement. Once rows are written only those that wait for it are judged anew: what is written
     * stands, and what was refused beside it (a second row about somebody) stays refused.
     */
    void forget(ImportId batch) {
        for (var told : List.of("problem", "difference")) {
            jdbc.sql("""
                            delete from exchange.%s told using exchange.staged_row r
                            where told.upload_id = :batch and r.upload_id = :batch and r.row_number = told.row_number
                            and %s and %s
                            """.formatted(told, told.equals("problem") ? "not told.while_reading" : "true", ANEW))
                    .param("batch", batch.id())
                    .update();
        }
        jdbc.sql("delete from exchange.absent where upload_id = :batch")
                .param("batch", batch.id())
                .update();
        jdbc.sql("""
                        update exchange.staged_row r set target_id = null, verdict = case when exists (
                            select 1 from exchange.problem p
                            where p.upload_id = r.upload_id and p.row_number = r.row_number and p.weight = 'REJECTS')
                            then 'REJECTED' end
                        where r.upload_id = :batch and (r.verdict is not null or r.target_id is not null) and %s
                        """.formatted(ANEW)).param("batch", batch.id()).update();
    }

    /** What holds for every kind once it has judged. */
    void complete(ImportId batch, RowKind kind) {
        ignoreTonePosition(batch);
        var comparison = isComparison(batch);
        if (!comparison) {
            rejectIncomplete(batch, kind);
        }
        jdbc.sql("""
                        update exchange.staged_row r set verdict = 'REJECTED'
                        where r.upload_id = :batch and r.verdict is distinct from 'REJECTED' and exists (
                            select 1 from exchange.problem p
                            where p.upload_id = r.upload_id and p.row_number = r.row_number and p.weight = 'REJECTS')
                        """).param("batch", batch.id()).update();
        jdbc.sql("""
                        with unjudged as (
                            update exchange.staged_row set verdict = 'REJECTED'
                            where upload_id = :batch and verdict is null returning row_number)
                        insert into exchange.problem (upload_id, row_number, weight, reason)
                        select :batch, row_number, 'REJECTS', 'exchange.row.not-understood' from unjudged
                        """).param("batch", batch.id()).update();
        if (comparison) {
            findDiffering(batch);
        }
    }

    /** In a comparison a row that says otherwise differs, whatever else is to be said of it. */
    private void findDiffering(ImportId batch) {
        jdbc.sql("""
                        update exchange.staged_row r set verdict = 'CHANGED'
                        where r.upload_id = :batch and r.verdict = 'REJECTED' and r.target_id is not null and exists (
                            select 1 from exchange.difference d
                            where d.upload_id = r.upload_id and d.row_number = r.row_number)
                        """).param("batch", batch.id()).update();
    }

    private void rejectIncomplete(ImportId batch, RowKind kind) {
        jdbc.sql("""
                        insert into exchange.problem (upload_id, row_number, column_key, weight, reason)
                        select upload_id, row_number, mandatory.key, 'REJECTS', 'exchange.row.missing'
                        from exchange.staged_row
                        cross join lateral (select key from unnest(:columns) as key
                                            where not jsonb_exists(value, key)) as mandatory
                        where upload_id = :batch and verdict = 'NEW' and not jsonb_exists_all(value, :columns)
                        """)
                .param("batch", batch.id())
                .param(
                        "columns",
                        kind.columns().stream()
                                .filter(Column::mandatory)
                                .map(Column::key)
                                .toArray(String[]::new))
                .update();
    }

    /** Hoà in the register and hòa in the file are no difference. */
    private void ignoreTonePosition(ImportId batch) {
        var alike = jdbc
                .sql("""
                        select row_number, column_key, here, there from exchange.difference
                        where upload_id = :batch and here <> there
                          and platform.folded(here) = platform.folded(there)
                        """)
                .param("batch", batch.id())
                .query((row, _) -> new Difference(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .stream()
                .filter(Difference::isTonePositionOnly)
                .toList();
        if (alike.isEmpty()) {
            return;
        }
        var rows = alike.stream().map(Difference::row).toArray(Integer[]::new);
        // How many rows have just come is not known to the planner: going through all for each takes minutes.
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql("""
                        delete from exchange.difference d using unnest(:rows, :columns) as alike(row_number, column_key)
                        where d.upload_id = :batch and d.row_number = alike.row_number and d.column_key = alike.column_key
                        """)
                .param("batch", batch.id())
                .param("rows", rows)
                .param("columns", alike.stream().map(Difference::column).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        update exchange.staged_row r set verdict = 'UNCHANGED'
                        from (select unnest(:rows) as row_number
                              except select row_number from exchange.difference where upload_id = :batch) alike
                        where r.upload_id = :batch and r.verdict = 'CHANGED' and r.row_number = alike.row_number
                        """).param("batch", batch.id()).param("rows", rows).update();
        jdbc.sql("set local enable_nestloop = on").update();
    }

    private record Difference(int row, String column, String here, String there) {
        boolean isTonePositionOnly() {
            return TonePosition.placed(VietnameseText.tidy(here))
                    .equals(TonePosition.placed(VietnameseText.tidy(there)));
        }
    }

    /** The closed periods that facts of the file come too late for, with how many. */
    List<LatePeriod.Figure> late(ImportId batch) {
        return jdbc.sql("""
                        select counted, count(*) as facts, count(distinct p.row_number) as rows
                        from exchange.problem p
                        join exchange.staged_row r on r.upload_id = p.upload_id and r.row_number = p.row_number
                            and r.verdict in ('NEW', 'CHANGED')
                        cross join unnest(p.arguments[2:]) as counted
                        where p.upload_id = :batch and p.reason = :late
                        group by counted
                        order by split_part(counted, '/', 4), counted
                        """)
                .param("batch", batch.id())
                .param("late", LatePeriod.REASON)
                .query((row, _) -> new LatePeriod.Figure(
                        LatePeriod.of(row.getString("counted")), row.getInt("facts"), row.getInt("rows")))
                .list();
    }

    /** What writing the rest of a file would do, as a number that changes with any of it. */
    BigDecimal outlook(ImportId batch) {
        return jdbc.sql("""
                        select coalesce(sum(cast(hashtextextended(concat_ws('|', r.row_number, r.verdict,
                            case when r.verdict <> 'NEW' then r.target_id end, d.column_key, d.here, d.there), 0) as numeric)), 0)
                        from exchange.staged_row r
                        left join exchange.difference d on d.upload_id = r.upload_id and d.row_number = r.row_number
                        where r.upload_id = :batch and not r.committed
                        """).param("batch", batch.id()).query(BigDecimal.class).single();
    }

    Figures figures(ImportId batch) {
        return jdbc.sql("""
                        select count(*) as rows,
                               count(*) filter (where verdict = 'NEW') as fresh,
                               count(*) filter (where verdict = 'CHANGED') as changed,
                               count(*) filter (where verdict = 'UNCHANGED') as unchanged,
                               count(*) filter (where verdict = 'REJECTED') as rejected,
                               count(*) filter (where repaired) as repaired,
                               (select count(distinct row_number) from exchange.problem
                                where upload_id = :batch and weight = 'WARNS') as warned,
                               (select count(*) from exchange.absent where upload_id = :batch) as absent,
                               (select count(distinct row_number) from exchange.problem
                                where upload_id = :batch and reason = :asked) as incomplete
                        from exchange.staged_row where upload_id = :batch
                        """)
                .param("batch", batch.id())
                .param("asked", Asked.REASON)
                .query(new RecordRows<>(Figures.class))
                .single();
    }
}

package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.platform.Scope;

/**
 * The rows of one judgement, laid out in {@code organisation_row}, beside what the register knows of each organisation
 * in {@code organisation_known}: as it is on the business day, or as it was on its last day. Both tables end with the
 * transaction.
 */
final class JudgedRows {
    /** Rows of which every cell could be read. */
    static final String READABLE = """
            not exists (select 1 from exchange.problem p
                where p.upload_id = r.upload_id and p.row_number = r.row_number and p.weight = 'REJECTS')""";

    private final JdbcClient jdbc;
    private final Scope scope;
    private final Map<String, Object> params;

    private JudgedRows(JdbcClient jdbc, Scope scope, Map<String, Object> params) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.params = params;
    }

    /**
     * Lays out the rows that are not written yet.
     *
     * @param which of them, a condition on {@code exchange.staged_row r}
     */
    static JudgedRows layOut(
            JdbcClient jdbc, ImportId batch, Scope scope, LocalDate opening, LocalDate day, String which) {
        var params = new HashMap<>(scope.params(day));
        params.put("batch", batch.id());
        params.put("opening", opening);
        var rows = new JudgedRows(jdbc, scope, params);
        rows.layOutKnown();
        rows.layOutRows(which);
        return rows;
    }

    private void layOutKnown() {
        run("drop table if exists pg_temp.organisation_known");
        run("""
                create temporary table organisation_known on commit drop as
                select life.organisation_id, life.since, life.last_day, life.seen, lower(v.valid) as version_since,
                    v.name, v.name_folded as name_f, v.type, v.kind, v.parent_id, c.code
                from (select v.organisation_id, min(lower(v.valid)) as since, min(e.last_day) as last_day,
                        least(cast(:asAt as date), min(e.last_day)) as seen
                    from organisation.organisation_version v left join organisation.closing e using (organisation_id)
                    group by v.organisation_id) life
                join organisation.organisation_version v on v.organisation_id = life.organisation_id and v.valid @> life.seen
                left join organisation.organisation_code c on c.organisation_id = life.organisation_id and c.valid @> life.seen
                """);
        run("create unique index on organisation_known (organisation_id)");
        run("create index on organisation_known (name_f)");
        run("create index on organisation_known (parent_id)");
        run("analyze organisation_known");
    }

    /** A row is about the day on which its organisation ended, the business day otherwise. */
    private void layOutRows(String which) {
        run("drop table if exists pg_temp.organisation_row");
        run("""
                create temporary table organisation_row (
                    n int primary key, code text, name text, name_f text, type_f text, type text, kind_f text, kind text,
                    parent text, parent_f text, founded_on date, ended_on date, about date not null,
                    target uuid, is_new boolean, is_root boolean not null default false,
                    parent_n int, parent_o uuid, level int, starts date, rejected boolean not null default false
                ) on commit drop""");
        run("""
                insert into organisation_row
                    (n, code, name, name_f, type_f, kind_f, parent, parent_f, founded_on, ended_on, about)
                select row_number, value ->> 'code', value ->> 'name', platform.folded(value ->> 'name'),
                    platform.folded(value ->> 'type'), platform.folded(value ->> 'kind'), value ->> 'parent',
                    regexp_replace(platform.folded(value ->> 'parent'), '\\s+[/>»]\\s+', ' / ', 'g'),
                    cast(value ->> 'founded_on' as date), cast(value ->> 'ended_on' as date),
                    least(cast(value ->> 'ended_on' as date), cast(:asAt as date))
                from exchange.staged_row r
                where upload_id = :batch and not committed and\s""" + which);
        run("create index on organisation_row (name_f)");
        run("create index on organisation_row (code)");
        run("create index on organisation_row (parent_n)");
        run("create index on organisation_row (target)");
        run("analyze organisation_row");
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Scope scope() {
        return scope;
    }

    /** Gives a value to a parameter of the statements that follow. */
    void set(String param, Object value) {
        params.put(param, value);
    }

    /** Runs a statement with those of the parameters that it names. */
    int run(String sql) {
        var named = new HashMap<String, Object>();
        params.forEach((name, value) -> {
            if (sql.contains(":" + name)) {
                named.put(name, value);
            }
        });
        return jdbc.sql(sql).params(named).update();
    }

    /**
     * Notes a problem for the rows a query finds, and takes them out.
     *
     * @param found a query of the row's number, the value it is about, and the arguments of the reason
     */
    void reject(String column, String reason, String found) {
        run("""
                with found (n, value, arguments) as (%s),
                noted as (
                    insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments)
                    select :batch, n, '%s', 'REJECTS', value, '%s', arguments from found)
                update organisation_row set rejected = true where n in (select n from found)
                """.formatted(found, column, reason));
    }

    /** Notes something worth a look for the rows a query finds. */
    void warn(String column, String reason, String found) {
        run("""
                insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments)
                select :batch, n, '%s', 'WARNS', value, '%s', arguments from (%s) as found (n, value, arguments)
                """.formatted(column, reason, found));
    }
}

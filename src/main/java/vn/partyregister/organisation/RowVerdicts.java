package vn.partyregister.organisation;

import java.util.List;

/** Tells what each row would do, and in which fields it differs from the register. */
final class RowVerdicts {
    private final JudgedRows rows;

    RowVerdicts(JudgedRows rows) {
        this.rows = rows;
    }

    void tell() {
        tellDifferences("not r.rejected");
        refuseChangesBehindTheEnd();
        pass();
    }

    /** A row that was refused may differ as well; of what lies outside the scope nothing is told. */
    void tellOfComparison() {
        tellDifferences(rows.scope().condition("held.organisation_id", "held.seen"));
        pass();
    }

    private void pass() {
        rows.run("""
                update exchange.staged_row s
                set target_id = case when r.rejected and r.is_new then null else r.target end,
                    verdict = case when r.rejected then 'REJECTED' when r.is_new then 'NEW'
                        when exists (select 1 from exchange.difference d where d.upload_id = :batch and d.row_number = r.n)
                        then 'CHANGED' else 'UNCHANGED' end,
                    value = (s.value - cast('{parent.id,parent.row,starts_on,root}' as text[])) || jsonb_strip_nulls(jsonb_build_object('type', r.type, 'kind', r.kind,
                        'parent.id', coalesce(p.target, r.parent_o), 'parent.row', r.parent_n,
                        'starts_on', r.starts, 'root', case when r.is_root then true end,
                        'judged_on', cast(:asAt as date)))
                from organisation_row r left join organisation_row p on p.n = r.parent_n
                where s.upload_id = :batch and s.row_number = r.n""");
        rows.run("""
                update exchange.staged_row s set verdict = 'REJECTED'
                where upload_id = :batch and not committed and exists (select 1 from exchange.problem p
                    where p.upload_id = s.upload_id and p.row_number = s.row_number and p.weight = 'REJECTS')""");
    }

    private void tellDifferences(String which) {
        rows.run("""
                delete from exchange.difference
                where upload_id = :batch and row_number in (select n from organisation_row)""");
        rows.run("""
                insert into exchange.difference (upload_id, row_number, column_key, here, there)
                select :batch, r.n, field.key, field.here, field.there
                from organisation_row r
                join organisation_known held on held.organisation_id = r.target
                left join organisation_row p on p.n = r.parent_n
                left join organisation_known above on above.organisation_id = held.parent_id
                cross join lateral (values
                    ('code', held.code, r.code, held.code is distinct from r.code),
                    ('name', held.name, r.name, held.name is distinct from r.name),
                    ('type', held.type, r.type, held.type is distinct from r.type),
                    ('kind', held.kind, r.kind, held.kind is distinct from r.kind),
                    ('parent', above.name, r.parent, held.parent_id is distinct from coalesce(p.target, r.parent_o)),
                    ('ended_on', cast(held.last_day as text), cast(r.ended_on as text),
                        held.last_day is distinct from r.ended_on)) as field (key, here, there, differs)
                where not r.is_new and %s and field.there is not null and field.differs""".formatted(which));
    }

    /** What a file changes, it changes from the business day on: an organisation that has ended by then takes nothing. */
    private void refuseChangesBehindTheEnd() {
        for (var column : List.of("code", "name", "type", "kind", "parent", "ended_on")) {
            rows.reject(column, "organisation.import.has-ended", differing(column, "held.last_day", "true"));
        }
        for (var column : List.of("code", "name", "type", "kind", "parent")) {
            rows.reject(
                    column,
                    "organisation.import.ends-and-changes",
                    differing(column, "r.ended_on", "held.last_day is null and r.ended_on < cast(:asAt as date)"));
        }
        rows.run("""
                delete from exchange.difference d using organisation_row r
                where d.upload_id = :batch and d.row_number = r.n and r.rejected""");
        rows.warn("name", "organisation.import.ended-here", """
                select r.n, r.name, array[to_char(held.last_day, 'DD/MM/YYYY')]
                from organisation_row r join organisation_known held on held.organisation_id = r.target
                where held.last_day is not null and r.ended_on is null and not r.rejected""");
    }

    private static String differing(String column, String end, String condition) {
        return """
                select r.n, d.there, array[to_char(%s, 'DD/MM/YYYY')]
                from organisation_row r
                join organisation_known held on held.organisation_id = r.target
                join exchange.difference d on d.upload_id = :batch and d.row_number = r.n and d.column_key = '%s'
                where %s is not null and %s""".formatted(end, column, end, condition);
    }
}

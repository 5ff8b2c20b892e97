package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.member.Check;
import vn.partyregister.member.Checks;

/**
 * Warns of what the catalogue of checks would find in a file once its rows are written. Each row is laid out as the
 * member it would make, over the member that is there; a cell that was spoken of already is left alone.
 */
@Component
class ImportedChecks {
    private static final String MISSING = "missing";

    private final Checks checks;
    private final JdbcClient jdbc;

    ImportedChecks(Checks checks, JdbcClient jdbc) {
        this.checks = checks;
        this.jdbc = jdbc;
    }

    /** Warns of rows that were judged. A file that has no column for something is not told that it is missing. */
    void warn(ImportId batch, List<Column> columns, LocalDate day) {
        var given = given(batch, columns);
        var optional = columns.stream()
                .filter(column -> !column.mandatory())
                .map(Column::key)
                .filter(given::contains)
                .toList();
        var asked = checks.on(day).stream()
                .filter(check ->
                        check.kind().equals(MISSING) ? optional.contains(check.item()) : given.contains(check.item()))
                .toList();
        if (!asked.isEmpty()) {
            jdbc.sql(statement(asked))
                    .params(checks.params(day))
                    .param("upload", batch.id())
                    .update();
        }
    }

    private List<String> given(ImportId batch, List<Column> columns) {
        return jdbc.sql("""
                        select key from unnest(:keys) as key
                        where exists (select from exchange.staged_row r where r.upload_id = :upload and jsonb_exists(r.value, key))
                        """)
                .param("keys", columns.stream().map(Column::key).toArray(String[]::new))
                .param("upload", batch.id())
                .query((row, _) -> row.getString("key"))
                .list();
    }

    private static String statement(List<Check> asked) {
        return """
                insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason)
                select :upload, r.row_number, f.item, 'WARNS',
                       case when f.item in ('citizen_number', 'former_identity') then null else r.given ->> f.item end,
                       'member.check.' || f.kind
                from exchange.staged_row r
                left join member.member here on here.id = r.target_id
                cross join lateral jsonb_populate_record(here, r.value || %s) as m
                cross join lateral unnest(array[%s], array[%s], array[%s]) as f(kind, item, fails)
                where r.upload_id = :upload and r.verdict in ('NEW', 'CHANGED') and not r.committed and f.fails
                and not exists (select from exchange.problem p where p.upload_id = :upload
                                and p.row_number = r.row_number and p.column_key = f.item)
                """.formatted(
                        asMember(),
                        each(asked, check -> "'" + check.kind() + "'"),
                        each(asked, check -> "'" + check.item() + "'"),
                        each(asked, Check::condition));
    }

    /** An array and no list of values: PostgreSQL prepares every expression of a list anew for each row of the file. */
    private static String each(List<Check> asked, Function<Check, String> part) {
        return asked.stream().map(part).collect(Collectors.joining(",\n"));
    }

    /** What a column of {@code member.member} says otherwise than the row. */
    private static String asMember() {
        return Stream.of(
                        "'id', r.target_id",
                        "'born_earliest', " + ofBorn(MemberFields.BORN_EARLIEST),
                        "'born_precision', " + ofBorn(MemberFields.BORN_PRECISION),
                        "'names_folded', platform.folded(concat_ws(' | ', r.value ->> 'full_name', r.value ->> 'birth_name', r.value ->> 'alias'))",
                        "'citizen_number_hash', '\\x' || (r.value ->> 'citizen_number')",
                        "'former_identity_hash', '\\x' || (r.value ->> 'former_identity')")
                .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))"));
    }

    private static String ofBorn(String expression) {
        return expression.replaceAll("\\bborn\\b", "(r.value ->> 'born')");
    }
}

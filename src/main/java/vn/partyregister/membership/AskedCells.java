package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Asked;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.reference.Rulebook;

/**
 * Warns of cells that a row leaves empty though the sheet of member data marks their column with a star. Which columns those
 * are, the rulebook says for each of them. A column that the whole file has not is no matter of its rows.
 */
@Component
class AskedCells {
    private static final String RULE = "member-sheet-column";
    private static final String MANDATORY = "MANDATORY";

    private final Rulebook rulebook;
    private final JdbcClient jdbc;

    AskedCells(Rulebook rulebook, JdbcClient jdbc) {
        this.rulebook = rulebook;
        this.jdbc = jdbc;
    }

    /** The columns that must be filled in on a day, in their order, and what asks for each. */
    List<Asked> among(List<Column> columns, LocalDate day) {
        var said = rulebook.on(day).ofGroups(RULE);
        return columns.stream()
                .map(Column::key)
                .flatMap(key -> Optional.ofNullable(said.get(group(key)))
                        .filter(rule -> rule.value().equals(MANDATORY))
                        .map(rule -> new Asked(key, rule.source()))
                        .stream())
                .toList();
    }

    private static String group(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    /**
     * Warns of rows that are to be written, or compared. A new row without something that nobody can be a member without is
     * refused by the engine, which says so; somebody still on probation has no official day to give.
     */
    void warn(ImportId batch, List<Column> columns, LocalDate day, boolean comparison) {
        var asked = among(columns, day);
        if (asked.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into exchange.problem (upload_id, row_number, column_key, weight, reason, arguments)
                        select :upload, r.row_number, asked.key, 'WARNS', :reason, array[asked.source]
                        from exchange.staged_row r
                        join unnest(:keys, :sources) as asked(key, source) on not jsonb_exists(r.given, asked.key)
                        where r.upload_id = :upload and not r.committed and not jsonb_exists_all(r.given, :keys)
                        and asked.key in (select column_key from exchange.upload_column where upload_id = :upload)
                        and not (r.verdict = 'NEW' and asked.key = any(:refused))
                        and not (asked.key = 'official_on' and coalesce(cast(r.value ->> 'joined_on' as date)
                            + cast(:probation as interval) > least(cast(:day as date), cast(r.value ->> 'ended_on' as date)), false))
                        and not exists (select from exchange.problem p where p.upload_id = :upload
                                        and p.row_number = r.row_number and p.column_key = asked.key)
                        """)
                .param("upload", batch.id())
                .param("reason", Asked.REASON)
                .param("keys", asked.stream().map(Asked::column).toArray(String[]::new))
                .param("sources", asked.stream().map(Asked::said).toArray(String[]::new))
                .param("refused", comparison ? new String[0] : keysOfTheMandatory(columns))
                .param("probation", rulebook.on(day).probation().value().toString())
                .param("day", day)
                .update();
    }

    private static String[] keysOfTheMandatory(List<Column> columns) {
        return columns.stream().filter(Column::mandatory).map(Column::key).toArray(String[]::new);
    }
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.exchange.LatePeriod;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.ClosedPeriods.Told;
import vn.partyregister.organisation.OrganisationId;

/** Warns of rows of a file that would tell the journal something of a period which is closed (ghi sau khi khóa sổ). */
@Component
class LateRows {
    /** What each row that will be written tells the journal: in which column it stands, of where, as of when. */
    private static final String FACTS = """
            select r.row_number, fact.column_key, fact.day, coalesce("from.organisation", "to.organisation") as organisation_id
            from exchange.staged_row r
            cross join lateral jsonb_to_record(r.value) as decided(%s)
            cross join lateral (values
                ('joined_on', case when "first.kind" is not null then "first.on" end),
                ('official_on', "recognised.on"),
                ('ended_on', case when "end.kind" is not null then "end.on" end)
            ) as fact(column_key, day)
            where r.upload_id = :upload and r.verdict in ('NEW', 'CHANGED') and not r.committed and fact.day is not null\
            """.formatted(MemberFields.DECIDED);

    private final LateEntries entries;
    private final JdbcClient jdbc;

    LateRows(LateEntries entries, JdbcClient jdbc) {
        this.entries = entries;
        this.jdbc = jdbc;
    }

    /** Warns of rows that were judged, once for each fact, with every period that it comes too late for. */
    void warn(ImportId batch) {
        var told = new HashSet<>(jdbc.sql(
                        "select distinct organisation_id, day from (%s) facts where organisation_id is not null"
                                .formatted(FACTS))
                .param("upload", batch.id())
                .query((row, _) -> new Told(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("day", LocalDate.class)))
                .list());
        var late = List.copyOf(entries.periods(told).entrySet());
        if (late.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments)
                        select :upload, f.row_number, f.column_key, 'WARNS', r.given ->> f.column_key, :reason,
                               string_to_array(late.arguments, chr(31))
                        from (%s) f
                        join exchange.staged_row r on r.upload_id = :upload and r.row_number = f.row_number
                        join unnest(:organisations, cast(:days as date[]), :arguments) as late (organisation_id, day, arguments)
                            on late.organisation_id = f.organisation_id and late.day = f.day
                        """.formatted(FACTS))
                .param("upload", batch.id())
                .param("reason", LatePeriod.REASON)
                .param(
                        "organisations",
                        late.stream()
                                .map(one -> one.getKey().organisation().id())
                                .toArray(UUID[]::new))
                .param(
                        "days",
                        late.stream().map(one -> one.getKey().day().toString()).toArray(String[]::new))
                .param(
                        "arguments",
                        late.stream()
                                .map(one -> String.join("\u001f", LatePeriod.arguments(periods(one.getValue()))))
                                .toArray(String[]::new))
                .update();
    }

    private static List<LatePeriod> periods(List<ClosedPeriod> closed) {
        return closed.stream()
                .map(one -> new LatePeriod(one.organisation().id(), one.from(), one.to(), one.name()))
                .toList();
    }
}

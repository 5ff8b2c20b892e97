package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Remembered;
import vn.partyregister.statistics.ClosingStore.Frozen;

/**
 * What became known of a closed period after it was closed (số liệu điều chỉnh): who is counted now and was not then, and who
 * was counted then and is not now. Whatever the reason, a late entry, a reversal, a change of the tree: it shows.
 */
@Component
class Restatements {
    /** Those of {@code flow} who come or go, with the rows that count them. */
    static final String LINES = """
            select f.side, f.member_id, f.recorded, f.day, f.kind, f.before_id, f.before_on, f.after_id, f.decision_id,
                array(select r.code from statistics.form_row_source r where %s order by r.code) as codes
            from flow f where f.side <> 'INNER'
            """.formatted(Flows.COUNTED_BY);

    /**
     * {@code change}: one row for each that differs, {@code sign} 1 where it was added and -1 where it was taken out.
     * Compared as sets, so that whoever asks how many and whoever asks who get the same.
     */
    static final String CHANGES = Flows.FLOW + """
            , line_now as (%s), line_then as (
                select side, member_id, recorded, day, kind, before_id, before_on, after_id, decision_id, codes
                from statistics.closed_line where closing_id = :closing
            ), stock_now as (
                select side, s.member_id, s.organisation_id, day
                from (values ('OPENING', cast(:eve as date)), ('CLOSING', cast(:to as date))) as asked (side, day)
                join organisation.ancestry a on a.ancestor_id = :organisation and a.valid @> asked.day
                join membership.standing s on s.organisation_id = a.descendant_id and s.valid @> asked.day
            ), stock_then as (
                select side, unnest(members) as member_id, case side when 'OPENING' then cast(:eve as date) else cast(:to as date) end as day
                from statistics.closed_stock where closing_id = :closing
            ), change as materialized (
                select 1 as sign, n.* from line_now n where not exists (select from line_then t
                    where (t.side, t.member_id, t.recorded, t.day, t.codes) = (n.side, n.member_id, n.recorded, n.day, n.codes))
                union all
                select -1, t.* from line_then t where not exists (select from line_now n
                    where (t.side, t.member_id, t.recorded, t.day, t.codes) = (n.side, n.member_id, n.recorded, n.day, n.codes))
                union all
                select 1, n.side, n.member_id, 0, n.day, null, null, n.day, n.organisation_id, null, '{}'
                from stock_now n where not exists (select from stock_then t where (t.side, t.member_id) = (n.side, n.member_id))
                union all
                select -1, t.side, t.member_id, 0, t.day, null, null, t.day, null, null, '{}'
                from stock_then t where not exists (select from stock_now n where (t.side, t.member_id) = (n.side, n.member_id))
            )
            """.formatted(LINES);

    private final ClosingStore store;
    private final JdbcClient jdbc;
    private final Remembered remembered;

    Restatements(ClosingStore store, JdbcClient jdbc, Remembered remembered) {
        this.store = store;
        this.jdbc = jdbc;
        this.remembered = remembered;
    }

    /** What holds of a committee for a period, with what became known since. */
    List<ClosedForm> of(OrganisationId organisation, Period period) {
        return store.holding(organisation, period).stream().map(this::of).toList();
    }

    /** What holds of a committee for periods that end on a day. */
    List<ClosedForm> endingOn(OrganisationId organisation, LocalDate day) {
        return store.endingOn(organisation, day).stream().map(this::of).toList();
    }

    ClosedForm of(Closing closing) {
        return remembered.of(
                List.of(
                        "statistics.restated",
                        closing.id(),
                        closing.holds(),
                        LocaleContextHolder.getLocale().getLanguage()),
                () -> restated(closing));
    }

    private ClosedForm restated(Closing closing) {
        var form = store.figures(closing.id());
        var added = new HashMap<String, Long>();
        var removed = new HashMap<String, Long>();
        jdbc.sql(CHANGES + "select sign, side, codes, count(*) as people from change group by sign, side, codes")
                .params(params(closing))
                .query(row -> {
                    var sum = row.getInt("sign") > 0 ? added : removed;
                    var people = row.getLong("people");
                    counting(form, Flow.valueOf(row.getString("side")), List.of((String[])
                                    row.getArray("codes").getArray()))
                            .forEach(code -> sum.merge(code, people, Long::sum));
                });
        return new ClosedForm(
                closing,
                form.stream()
                        .map(row -> ClosedForm.Line.of(
                                closing.id(),
                                row,
                                added.getOrDefault(row.code(), 0L),
                                removed.getOrDefault(row.code(), 0L)))
                        .toList());
    }

    /** The rows that count somebody: the one of the balance, those that name the entry, and those these are parts of. */
    static List<String> counting(List<Frozen> form, Flow side, List<String> codes) {
        var counting = new ArrayList<String>();
        for (var row : form) {
            if (row.whole() == null ? row.side() == side : sums(row, form, codes)) {
                counting.add(row.code());
            }
        }
        return counting;
    }

    private static boolean sums(Frozen row, List<Frozen> form, List<String> codes) {
        var parts = form.stream()
                .filter(part -> row.code().equals(part.whole()) && part.sums())
                .toList();
        return parts.isEmpty() ? codes.contains(row.code()) : parts.stream().anyMatch(part -> sums(part, form, codes));
    }

    static Map<String, Object> params(Closing closing) {
        var params = new HashMap<String, Object>(FlowCounts.params(closing.organisationId(), closing.period()));
        params.put("closing", closing.id().id());
        params.put("form", Form1.FORM);
        return params;
    }
}

package vn.partyregister.statistics;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriUtils;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.ClosedForm.Change;

/** The people whom late facts added to a closed figure, or took out of it, each with the entry that did. */
@Service
public class RestatedList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS =
            Stream.concat(PeopleOrder.KEYS.stream(), Stream.of("recorded")).toList();
    /** The order of the given names. */
    public static final String STANDARD_ORDER = "name,asc";

    /** Where {@code :organisation} and the sides of a difference are asked for: who, and the late entry about each. */
    static final String TOLD = """
            select m.id, m.full_name, m.born_earliest, m.born_precision, e.kind, coalesce(e.reversed, false) as reversed,
                e.effective_on as day, before.name as before, after.name as after, d.number as decision,
                d.issued_on as decided_on, e.recorded_by, e.recorded_at at time zone :zone as recorded_at,
                coalesce(%s, false) as opens
            from line l
            join member.member m on m.id = l.member_id
            left join lateral (
                select t.kind, t.reverses is not null as reversed, t.effective_on, t.from_organisation_id,
                    t.to_organisation_id, t.decision_id, t.recorded_by, t.recorded_at, t.recorded
                from membership.movement t
                where t.member_id = m.id and t.effective_on <= :to and (t.recorded_at > :since or t.recorded = l.recorded)
                order by t.recorded desc limit 1) e on true
            left join lateral (select v.name from organisation.organisation_version v
                where v.organisation_id = coalesce(e.from_organisation_id, l.before_id)
                order by v.valid @> e.effective_on desc, lower(v.valid) desc limit 1) before on true
            left join lateral (select v.name from organisation.organisation_version v
                where v.organisation_id = coalesce(e.to_organisation_id, l.after_id)
                order by v.valid @> e.effective_on desc, lower(v.valid) desc limit 1) after on true
            left join organisation.decision d on d.id = e.decision_id
            left join lateral (
                select s.organisation_id, coalesce(least(upper(s.valid) - 1, :today), :today) as seen_on
                from membership.standing s where s.member_id = m.id and lower(s.valid) <= :today
                order by lower(s.valid) desc limit 1) last on true\
            """;

    static final String COUNTED = " select count(*) from line l join member.member m on m.id = l.member_id";

    private static final Map<String, String> COLUMNS = Map.of(
            "day", "e.effective_on%1$s nulls last, e.recorded%1$s",
            "kind", "e.kind%1$s nulls last, e.effective_on",
            "before", "before.name collate \"vi-x-icu\"%1$s nulls last",
            "after", "after.name collate \"vi-x-icu\"%1$s nulls last",
            "decision", "d.number%1$s nulls last, d.issued_on%1$s",
            "recorded", "e.recorded_at%1$s nulls last");

    private final ClosingStore store;
    private final JdbcClient jdbc;

    RestatedList(ClosingStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** A page of them, and how many there are. */
    public Listing<RestatedRow> page(Asked asked, Scope scope, LocalDate today, String sort, int page) {
        return query(asked, scope, today, sort).page(jdbc, page, sort, asked.address(""));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<RestatedRow> stream(Asked asked, Scope scope, LocalDate today, String sort) {
        return query(asked, scope, today, sort).all(jdbc);
    }

    private ListQuery<RestatedRow> query(Asked asked, Scope scope, LocalDate today, String sort) {
        var lines = lines(asked.closing(), asked.row());
        return ListQuery.of(RestatedRow.class, lines + TOLD.formatted(opens(scope)) + sought(asked.q()))
                .counted(lines + COUNTED + sought(asked.q()))
                .ordered(order(sort))
                .with(params(asked.closing(), asked.row(), asked.change(), scope, today))
                .seeking(asked.q());
    }

    private String lines(Closing closing, String code) {
        var form = store.figures(closing.id());
        var row = form.stream().filter(one -> one.code().equals(code)).findFirst();
        var narrower = row.isPresent() && row.get().whole() != null ? " and codes && cast(:codes as text[])" : "";
        return Restatements.CHANGES + """
                , line as (select member_id, recorded, before_id, after_id from change
                    where sign = :sign and side = :side%s)
                """.formatted(narrower);
    }

    private Map<String, Object> params(Closing closing, String code, Change change, Scope scope, LocalDate today) {
        var form = store.figures(closing.id());
        var params = new HashMap<String, Object>(Restatements.params(closing));
        params.putAll(scope.params(today));
        params.put("sign", change == Change.ADDED ? 1 : -1);
        params.put("today", today);
        params.put("zone", BusinessDay.ZONE.getId());
        params.put("since", closing.closedAt().atZone(BusinessDay.ZONE).toOffsetDateTime());
        form.stream().filter(one -> one.code().equals(code)).findFirst().ifPresent(row -> {
            params.put("side", row.side().name());
            if (row.whole() != null) {
                params.put(
                        "codes",
                        form.stream()
                                .map(ClosingStore.Frozen::code)
                                .filter(leaf -> Restatements.counting(form, row.side(), List.of(leaf))
                                        .contains(code))
                                .toArray(String[]::new));
            }
        });
        return params;
    }

    /** Narrows {@link #TOLD} or {@link #COUNTED} by a part of the name. */
    static String sought(@Nullable String q) {
        return q == null ? "" : " where m.names_folded like :q";
    }

    static String opens(Scope scope) {
        return scope.condition("last.organisation_id", "last.seen_on");
    }

    static String order(String sort) {
        return PeopleOrder.by(sort, COLUMNS, "e.effective_on nulls last, e.recorded");
    }

    /** The lines of {@link #TOLD} where nothing but the people is known. */
    static String among(String ids) {
        return """
                with line as (select unnest(%s) as member_id, cast(0 as bigint) as recorded, cast(null as uuid) as before_id,
                    cast(null as uuid) as after_id)
                """.formatted(ids);
    }

    /**
     * Whom a list shows.
     *
     * @param row the code of a row of the closed form
     * @param q part of the name
     */
    public record Asked(
            Closing closing,
            String row,
            Change change,
            @Nullable String q) {
        /** The address of the list, with {@code /list} and an ending for a file. */
        public String address(String rest) {
            var address = ClosedForm.address(closing.id(), row, change).replace("/people?", "/people" + rest + "?");
            return q == null ? address : address + "&q=" + UriUtils.encode(q, StandardCharsets.UTF_8);
        }
    }
}

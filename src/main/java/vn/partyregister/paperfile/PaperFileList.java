package vn.partyregister.paperfile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.VietnameseText;

/** The paper files of all who stand somewhere in the scope: where each one is, and how many are where. */
@Service
public class PaperFileList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS =
            Arrays.stream(PaperFileOrder.values()).map(PaperFileOrder::key).toList();
    /** The order of the given names. */
    public static final String STANDARD_ORDER = "name,asc";

    private static final String FROM = """
            from membership.standing s
            join member.member m on m.id = s.member_id
            left join paperfile.whereabouts w on w.member_id = s.member_id
            """;
    private static final String NAMED = """
            left join organisation.organisation_version o
                on o.organisation_id = s.organisation_id and o.valid @> cast(:asAt as date)
            left join organisation.organisation_version k
                on k.organisation_id = w.organisation_id and k.valid @> cast(:asAt as date)
            """;

    private final JdbcClient jdbc;

    PaperFileList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the list. A page behind the last is the last. */
    public Listing<PaperFileRow> page(
            PaperFileFilter filter, Scope scope, LocalDate today, String sort, int page, String here) {
        var total = jdbc.sql("select count(*) %s where %s".formatted(FROM, condition(filter, scope)))
                .params(params(filter, scope, today))
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = jdbc.sql(select(filter, scope, sort) + " limit %d offset :offset".formatted(Listing.SIZE))
                .params(params(filter, scope, today))
                .param("offset", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(PaperFileRow.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, here);
    }

    /** All rows of the list, as the database hands them out. */
    public Stream<PaperFileRow> rows(PaperFileFilter filter, Scope scope, LocalDate today, String sort) {
        return jdbc
                .sql(select(filter, scope, sort))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .params(params(filter, scope, today))
                .query(new RecordRows<>(PaperFileRow.class))
                .stream();
    }

    /** How many files of the list are where; each number is the length of the list narrowed to it. */
    public Map<Holding, Long> figures(PaperFileFilter filter, Scope scope, LocalDate today) {
        var columns = Holding.all().stream()
                .map(holding -> "count(*) filter (where %s) as %s".formatted(holding.condition(), holding))
                .collect(Collectors.joining(", "));
        return jdbc.sql("select %s %s where %s".formatted(columns, FROM, condition(filter.in(null), scope)))
                .params(params(filter.in(null), scope, today))
                .query((row, _) -> {
                    var figures = new EnumMap<Holding, Long>(Holding.class);
                    for (var holding : Holding.all()) {
                        figures.put(holding, row.getLong(holding.name()));
                    }
                    return figures;
                })
                .single();
    }

    private static String select(PaperFileFilter filter, Scope scope, String sort) {
        return """
                select m.id, m.full_name, m.card_number, o.name as organisation,
                    case when %s then 'OVERDUE' else coalesce(w.state, 'NOT_RECORDED') end as state,
                    w.since, k.name as keeper, w.place, w.borrower, w.due_on
                %s %s where %s order by %s\
                """.formatted(
                        Holding.OVERDUE.condition(), FROM, NAMED, condition(filter, scope), PaperFileOrder.by(sort));
    }

    private static String condition(PaperFileFilter filter, Scope scope) {
        var narrowed = Stream.of(
                "s.valid @> cast(:asAt as date)",
                scope.condition("s.organisation_id"),
                filter.organisation() == null ? "true" : """
                        exists (select 1 from organisation.ancestry below where below.descendant_id = s.organisation_id
                        and below.ancestor_id = :organisation and below.valid @> cast(:asAt as date))\
                        """,
                filter.state() == null ? "true" : filter.state().condition(),
                filter.borrower() == null ? "true" : "strpos(platform.folded(w.borrower), :borrower) > 0");
        return narrowed.collect(Collectors.joining(" and "));
    }

    private static Map<String, Object> params(PaperFileFilter filter, Scope scope, LocalDate today) {
        var params = new HashMap<>(scope.params(today));
        if (filter.organisation() != null) {
            params.put("organisation", filter.organisation());
        }
        if (filter.borrower() != null) {
            params.put("borrower", VietnameseText.folded(filter.borrower()));
        }
        return params;
    }
}

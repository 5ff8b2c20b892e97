package vn.partyregister.paperfile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;
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

    private static final String ROWS = """
            select m.id, m.full_name, m.card_number, o.name as organisation,
                case when %s then 'OVERDUE' else coalesce(w.state, 'NOT_RECORDED') end as state,
                w.since, k.name as keeper, w.place, w.borrower, w.due_on
            %s %s where\s""".formatted(Holding.OVERDUE.condition(), FROM, NAMED);

    private final JdbcClient jdbc;

    PaperFileList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the list. A page behind the last is the last. */
    public Listing<PaperFileRow> page(
            PaperFileFilter filter, Scope scope, LocalDate today, String sort, int page, String here) {
        return query(filter, scope, today).ordered(PaperFileOrder.by(sort)).page(jdbc, page, sort, here);
    }

    /** All rows of the list, as the database hands them out. */
    public Stream<PaperFileRow> rows(PaperFileFilter filter, Scope scope, LocalDate today, String sort) {
        return query(filter, scope, today).ordered(PaperFileOrder.by(sort)).all(jdbc);
    }

    /** How many files of the list are where; each number is the length of the list narrowed to it. */
    public Map<Holding, Long> figures(PaperFileFilter filter, Scope scope, LocalDate today) {
        var columns = Holding.all().stream()
                .map(holding -> "count(*) filter (where %s) as %s".formatted(holding.condition(), holding))
                .collect(Collectors.joining(", "));
        return query(filter.in(null), scope, today)
                .ask(jdbc, "select %s %s where %s".formatted(columns, FROM, condition(filter.in(null), scope)))
                .query((row, _) -> {
                    var figures = new EnumMap<Holding, Long>(Holding.class);
                    for (var holding : Holding.all()) {
                        figures.put(holding, row.getLong(holding.name()));
                    }
                    return figures;
                })
                .single();
    }

    private static ListQuery<PaperFileRow> query(PaperFileFilter filter, Scope scope, LocalDate today) {
        var condition = condition(filter, scope);
        return ListQuery.of(PaperFileRow.class, ROWS + condition)
                .counted("select count(*) %s where %s".formatted(FROM, condition))
                .with(scope.params(today))
                .with("organisation", filter.organisation())
                .with("borrower", filter.borrower() == null ? null : VietnameseText.folded(filter.borrower()));
    }

    private static String condition(PaperFileFilter filter, Scope scope) {
        var narrowed = Stream.of(
                "s.valid @> cast(:asAt as date)",
                scope.condition("s.organisation_id"),
                filter.organisation() == null ? "true" : Scope.below("s.organisation_id", ":asAt"),
                filter.state() == null ? "true" : filter.state().condition(),
                filter.borrower() == null ? "true" : "strpos(platform.folded(w.borrower), :borrower) > 0");
        return narrowed.collect(Collectors.joining(" and "));
    }
}

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

/**
 * The paper files of all who stand somewhere in the scope: where each one is, and how many are where; and the files that
 * stayed with an organisation of the scope when their members went.
 */
@Service
public class PaperFileList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS =
            Arrays.stream(PaperFileOrder.values()).map(PaperFileOrder::key).toList();
    /** The order of the given names. */
    public static final String STANDARD_ORDER = "name,asc";

    /** The files of all who stand somewhere. */
    private static final String OF_MEMBERS = """
            from membership.standing s
            join member.member m on m.id = s.member_id
            left join paperfile.whereabouts w on w.member_id = s.member_id
            """;
    /** The files that an organisation keeps, wherever those are now whom they are of. */
    private static final String OF_KEEPERS = """
            from paperfile.whereabouts w
            join member.member m on m.id = w.member_id
            left join membership.standing s on s.member_id = w.member_id and s.valid @> cast(:asAt as date)
            left join organisation.ancestry above on above.ancestor_id = w.organisation_id
                and above.descendant_id = s.organisation_id and above.valid @> cast(:asAt as date)
            """;

    private static final String NAMED = """
            left join organisation.organisation_version o
                on o.organisation_id = s.organisation_id and o.valid @> cast(:asAt as date)
            left join organisation.organisation_version k
                on k.organisation_id = w.organisation_id and k.valid @> cast(:asAt as date)
            """;
    private static final String LAST_SEEN = """
            left join lateral (
                select t.organisation_id, coalesce(least(upper(t.valid) - 1, cast(:asAt as date)), cast(:asAt as date)) as seen_on
                from membership.standing t where t.member_id = m.id and lower(t.valid) <= cast(:asAt as date)
                order by lower(t.valid) desc limit 1) last on true
            """;

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
        var ofMembers = Holding.all().stream().filter(Holding::isOfMembers).toList();
        var columns = ofMembers.stream()
                .map(holding -> "count(*) filter (where %s) as %s".formatted(holding.condition(), holding))
                .collect(Collectors.joining(", "));
        var figures = query(filter.in(null), scope, today)
                .ask(jdbc, "select %s %s where %s".formatted(columns, OF_MEMBERS, condition(filter.in(null), scope)))
                .query((row, _) -> {
                    var found = new EnumMap<Holding, Long>(Holding.class);
                    for (var holding : ofMembers) {
                        found.put(holding, row.getLong(holding.name()));
                    }
                    return found;
                })
                .single();
        var left = filter.in(Holding.LEFT_BEHIND);
        figures.put(
                Holding.LEFT_BEHIND,
                query(left, scope, today)
                        .ask(jdbc, "select count(*) %s where %s".formatted(OF_KEEPERS, condition(left, scope)))
                        .query(Long.class)
                        .single());
        return figures;
    }

    private static ListQuery<PaperFileRow> query(PaperFileFilter filter, Scope scope, LocalDate today) {
        var condition = condition(filter, scope);
        var from = filter.isOfMembers() ? OF_MEMBERS : OF_KEEPERS;
        return ListQuery.of(PaperFileRow.class, rows(filter, from, scope) + condition)
                .counted("select count(*) %s where %s".formatted(from, condition))
                .with(scope.params(today))
                .with(
                        "organisation",
                        filter.organisation() == null
                                ? null
                                : filter.organisation().id())
                .with("borrower", filter.borrower() == null ? null : VietnameseText.folded(filter.borrower()));
    }

    /** Who stands in the scope has a file that opens; of the others it is asked where they were seen last. */
    private static String rows(PaperFileFilter filter, String from, Scope scope) {
        return """
                select m.id, m.full_name, m.card_number, o.name as organisation,
                    case when %s then 'OVERDUE' else coalesce(w.state, 'NOT_RECORDED') end as state,
                    w.since, k.name as keeper, w.place, w.borrower, w.due_on, %s as opens
                %s %s %s where\s""".formatted(
                Holding.OVERDUE.condition(),
                filter.isOfMembers()
                        ? "true"
                        : "coalesce(%s, false)".formatted(scope.condition("last.organisation_id", "last.seen_on")),
                from,
                NAMED,
                filter.isOfMembers() ? "" : LAST_SEEN);
    }

    /** Whose file an organisation keeps is of its list as well, where it stayed behind. */
    private static String condition(PaperFileFilter filter, Scope scope) {
        var members = scope.condition("s.organisation_id");
        var below = filter.organisation() == null ? "true" : Scope.below("s.organisation_id", ":asAt");
        var narrowed = filter.isOfMembers()
                ? Stream.of("s.valid @> cast(:asAt as date)", members, below)
                : Stream.of(
                        "(%s or %s)".formatted(members, scope.condition("w.organisation_id")),
                        filter.organisation() == null
                                ? "true"
                                : "(%s or %s)".formatted(below, Scope.below("w.organisation_id", ":asAt")));
        return Stream.concat(
                        narrowed,
                        Stream.of(
                                filter.state() == null ? "true" : filter.state().condition(),
                                filter.borrower() == null
                                        ? "true"
                                        : "strpos(platform.folded(w.borrower), :borrower) > 0"))
                .collect(Collectors.joining(" and "));
    }
}

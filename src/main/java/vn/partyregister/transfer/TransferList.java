package vn.partyregister.transfer;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** Transfers that pass a level within a scope, at whichever end it lies. */
@Service
public class TransferList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("due", "name", "from", "to", "requested", "number", "stage");

    /** What is due first comes first. */
    public static final String STANDARD_ORDER = "due,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "due", "due_on %s nulls last",
            "name", "given %1$s, middle %1$s, family %1$s",
            "from", "from_name collate organisation.by_name %s",
            "to", "to_name collate organisation.by_name %s",
            "requested", "requested_on %s",
            "number", "letter_number collate organisation.by_name %s nulls last",
            "stage", "stage %s");

    private static final String ROWS = """
            select t.id, t.code, t.kind, t.direction, t.stage, coalesce(m.full_name, t.newcomer_full_name) as full_name,
                (select name from transfer.box where transfer_id = t.id and position = 0) as from_name,
                (select name from transfer.box where transfer_id = t.id order by position desc limit 1) as to_name,
                t.letter_number, t.requested_on, t.introduced_on, t.received_on,
                case when t.ended_on is null then case when t.introduced_on is null then d.begin_by else d.present_by end end as due_on,
                %s as overdue, t.ended_on,
                case when t.ended_on is null then (select name from transfer.box
                    where transfer_id = t.id and filled_on is null order by position limit 1) end as waits_for,
                coalesce(m.given_name, t.newcomer_full_name) as given, m.middle_name as middle, m.family_name as family
            """.formatted("coalesce(" + TransferView.IS_OVERDUE + ", false)");

    private static final String FROM = """
            from transfer.transfer t
            join transfer.deadline d on d.id = t.id
            left join member.member m on m.id = t.member_id
            where\s""";

    private final JdbcClient jdbc;

    TransferList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the list; a page behind the last is the last. */
    public Listing<TransferRow> page(TransferFilter filter, Scope scope, LocalDate today, String sort, int page) {
        return query(filter, scope, today, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<TransferRow> all(TransferFilter filter, Scope scope, LocalDate today, String sort) {
        return query(filter, scope, today, sort).all(jdbc);
    }

    /** How many there are in each view, whichever the filter asks for. */
    public Map<TransferView, Long> figures(TransferFilter filter, Scope scope, LocalDate today) {
        var counts = Arrays.stream(TransferView.values())
                .map(view -> "count(*) filter (where %s) as %s".formatted(view.condition(scope), view))
                .collect(joining(", "));
        return query(filter, scope, today, STANDARD_ORDER)
                .ask(jdbc, "select " + counts + " " + FROM + narrowed(filter, scope))
                .query((row, _) -> {
                    var figures = new EnumMap<TransferView, Long>(TransferView.class);
                    for (var view : TransferView.values()) {
                        figures.put(view, row.getLong(view.name()));
                    }
                    return figures;
                })
                .single();
    }

    /** All of a member, the latest first; whoever asks has made sure that the member may be seen. */
    public List<TransferRow> of(MemberId member, LocalDate today) {
        return jdbc.sql(ROWS + FROM + "t.member_id = :member order by t.requested_on desc, t.id desc")
                .param("member", member.id())
                .param("asAt", today)
                .query(new RecordRows<>(TransferRow.class))
                .list();
    }

    private static ListQuery<TransferRow> query(TransferFilter filter, Scope scope, LocalDate today, String sort) {
        var from = FROM + where(filter, scope);
        return ListQuery.of(TransferRow.class, "select * from (" + ROWS + from + ") as listed")
                .counted("select count(*) " + from)
                .ordered(COLUMNS, sort, "requested_on, id")
                .with(scope.params(today))
                .seeking(filter.q())
                .with("code", filter.code())
                .with("kind", filter.kind())
                .with("organisation", filter.organisation());
    }

    private static String where(TransferFilter filter, Scope scope) {
        var shown = filter.shown();
        return narrowed(filter, scope) + (shown == null ? "" : " and " + shown.condition(scope));
    }

    private static String narrowed(TransferFilter filter, Scope scope) {
        return "%s and %s and %s and %s and %s"
                .formatted(
                        seen(scope),
                        filter.q() == null
                                ? "true"
                                : "coalesce(m.names_folded, platform.folded(t.newcomer_full_name)) like :q",
                        filter.code() == null ? "true" : "t.code = :code",
                        filter.kind() == null ? "true" : "t.kind = :kind",
                        filter.organisation() == null
                                ? "true"
                                : "(%s or %s)"
                                        .formatted(Scope.below("t.from_id", ":asAt"), Scope.below("t.to_id", ":asAt")));
    }

    /** A transfer is there for whoever answers for a level that its letter passes. */
    static String seen(Scope scope) {
        return scope.everything()
                ? "true"
                : "exists (select from transfer.box passed where passed.transfer_id = t.id and %s)"
                        .formatted(scope.condition("passed.organisation_id"));
    }
}

package vn.partyregister.membership;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.RowKind;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.reference.CodeLists;

/**
 * A member list as the rows of a file, in the columns that the import of members reads: what comes back unchanged
 * changes nothing.
 */
@Service
public class MemberExport {
    /** The entry of the journal that ended a member's last standing. */
    private static final String LAST = """
            from membership.told told where told.member_id = m.id and told.kind <> 'RECOGNISED'
            order by told.effective_on desc, told.recorded desc limit 1\
            """;

    private final JdbcClient jdbc;
    private final MemberList list;
    private final CodeLists lists;
    private final Seal seal;
    private final List<RowKind> kinds;
    private final MessageSource messages;

    MemberExport(
            JdbcClient jdbc, MemberList list, CodeLists lists, Seal seal, List<RowKind> kinds, MessageSource messages) {
        this.jdbc = jdbc;
        this.list = list;
        this.lists = lists;
        this.seal = seal;
        this.kinds = kinds;
        this.messages = messages;
    }

    /** The columns of the file: those of the import, under headings that it reads, in the reader's language. */
    public List<TableColumn<@Nullable Object[]>> columns() {
        var columns = known().toList();
        return IntStream.range(0, columns.size())
                .mapToObj(at -> column(columns.get(at), at))
                .toList();
    }

    /**
     * All members of the list, as the database hands them out; the caller closes it, in the transaction it was opened in.
     *
     * @param open whether citizen numbers are told whole
     */
    public Stream<@Nullable Object[]> rows(MemberFilter filter, Scope scope, String sort, boolean open) {
        var columns = known().toList();
        var total = list.count(filter, scope);
        var query = MemberQuery.of(filter, scope, seal, total);
        if (MemberQuery.isWorthWalking(total)) {
            handOutWhileLooking();
        }
        var order = MemberOrder.of(sort);
        return jdbc
                .sql("""
                        %1$s select %2$s from %3$s %4$s
                        left join membership.exemption x on x.member_id = m.id and x.valid @> cast(:asAt as date)
                        left join organisation.organisation_code c
                            on c.organisation_id = %7$s and c.valid @> cast(:asAt as date)
                        left join organisation.organisation_version o
                            on o.organisation_id = %7$s and o.valid @> cast(:asAt as date)
                        where %5$s order by %6$s
                        """.formatted(
                                query.onlyWith(),
                                columns.stream()
                                        .map(column -> expression(column) + " as \"" + column.key() + '"')
                                        .collect(Collectors.joining(", ")),
                                query.from(),
                                order.from(query.organisation()),
                                query.where(),
                                order.by(sort),
                                query.organisation()))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .params(query.params())
                .query(new ExportedRows(columns, lists, open ? seal : null))
                .stream();
    }

    /**
     * Walks an index that has the order, where there is one. It takes as long as gathering everybody and sorting, but
     * the file begins at once, and the rows are written while the database looks for the next.
     */
    private void handOutWhileLooking() {
        jdbc.sql("set local enable_sort = off").update();
    }

    private Stream<Column> known() {
        return kinds.stream().filter(kind -> kind.key().equals("members")).flatMap(kind -> kind.columns().stream());
    }

    private TableColumn<@Nullable Object[]> column(Column column, int at) {
        var heading =
                messages.getMessage("membership.export-column." + column.key(), null, LocaleContextHolder.getLocale());
        return switch (column.form()) {
            case DATE, PARTIAL_DATE -> TableColumn.date(heading, row -> row[at]);
            case CODE, TEXT, NAME, NUMBER, YES_NO, SECRET_NUMBER -> TableColumn.text(heading, row -> row[at]);
        };
    }

    private static String expression(Column column) {
        return switch (column.key()) {
            case "born" -> "cast(m.born_earliest as text) || m.born_precision";
            case "organisation" -> "coalesce(c.code, o.name)";
            case "citizen_number" -> "m.citizen_number_sealed";
            case "former_identity" -> "m.former_identity_sealed";
            case "activity_status" -> """
                    case when s.member_id is null then (select case told.kind when 'DIED' then 'DIED'
                                when 'TRANSFERRED_OUT' then 'MOVED_OUT'
                                when 'STRUCK_OFF' then 'STRUCK_OFF' when 'EXPELLED' then 'EXPELLED' else 'LEFT' end %s)
                        when x.member_id is null then 'ACTIVE' else 'EXEMPT' end\
                    """.formatted(LAST);
            case "ended_on" -> "case when s.member_id is null then (select told.effective_on %s) end".formatted(LAST);
            case "exempt_from" -> "case when s.member_id is not null then lower(x.valid) end";
            default -> "m." + column.key();
        };
    }
}

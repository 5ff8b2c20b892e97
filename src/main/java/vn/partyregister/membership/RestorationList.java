package vn.partyregister.membership;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;

/** The lost files of a scope, open ones first of all. */
@Service
public class RestorationList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "organisation", "stage", "reported");
    /** The longest open first. */
    public static final String STANDARD_ORDER = "reported,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "m.given_name %1$s, m.middle_name %1$s, m.family_name %1$s",
            "organisation", "o.name collate organisation.by_name %1$s",
            "stage", "r.stage %1$s",
            "reported", "r.reported_on %1$s");

    private static final String ROWS = """
            select r.member_id, m.full_name, o.name as organisation, r.stage, r.reported_on, r.cause, r.verified_by,
                   r.decided_on, d.number as decision_number, r.ended_on
            """;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    RestorationList(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    public Listing<RestorationRow> page(RestorationFilter filter, Scope scope, String sort, int page) {
        return query(filter, scope, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<RestorationRow> all(RestorationFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    /** The columns of the file, in the reader's language. */
    public List<TableColumn<RestorationRow>> columns() {
        return List.of(
                TableColumn.text(text("membership.file.full-name"), RestorationRow::fullName),
                TableColumn.text(text("membership.organisation"), RestorationRow::organisation),
                TableColumn.text(text("member.restoration.stage"), row -> text("Restoration." + row.stage())),
                TableColumn.date(text("member.restoration.reported-on"), RestorationRow::reportedOn),
                TableColumn.text(text("member.restoration.cause"), RestorationRow::cause),
                TableColumn.text(text("member.restoration.verified-by"), RestorationRow::verifiedBy),
                TableColumn.text(text("membership.entry.number"), RestorationRow::decisionNumber),
                TableColumn.date(text("membership.entry.decided-on"), RestorationRow::decidedOn),
                TableColumn.date(text("member.restoration.ended-on"), RestorationRow::endedOn));
    }

    private static ListQuery<RestorationRow> query(RestorationFilter filter, Scope scope, String sort) {
        var from = from(scope, filter);
        return ListQuery.of(RestorationRow.class, ROWS + from)
                .counted("select count(*) " + from)
                .ordered(COLUMNS, sort, "r.id")
                .with(scope.params(filter.today()))
                .with("stage", filter.stage())
                .with("organisation", filter.organisation())
                .seeking(filter.q());
    }

    /** Whoever has left is listed where they last stood. */
    private static String from(Scope scope, RestorationFilter filter) {
        return """
                from member.restoration r
                join member.member m on m.id = r.member_id
                join lateral (select s.organisation_id from membership.standing s where s.member_id = r.member_id
                    order by s.valid desc limit 1) p on true
                left join lateral (select name from organisation.organisation_version v
                    where v.organisation_id = p.organisation_id
                    order by v.valid @> cast(:asAt as date) desc, lower(v.valid) desc limit 1) o on true
                left join organisation.decision d on d.id = r.decision_id
                where %s and %s and %s and %s\
                """.formatted(
                        scope.condition("p.organisation_id"),
                        filter.stage() == null ? "r.stage in ('REPORTED', 'DECIDED')" : "r.stage = :stage",
                        filter.organisation() == null ? "true" : Scope.below("p.organisation_id", ":asAt"),
                        filter.q() == null ? "true" : "m.names_folded like :q");
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

package vn.partyregister.membership;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The works of a clerk, and the people of each: nobody is named whom the reader's right does not reach today. */
@Service
public class BulkList {
    /** What the works can be ordered by. */
    public static final List<String> ORDERS = List.of("chosen", "act", "state", "people", "written");
    /** The latest first. */
    public static final String STANDARD_ORDER = "chosen,desc";
    /** What the people of a work can be ordered by. */
    public static final List<String> PEOPLE_ORDERS = List.of("name", "organisation", "verdict");
    /** Who is left out first. */
    public static final String PEOPLE_STANDARD_ORDER = "verdict,asc";

    private static final Map<String, String> WORK_COLUMNS = Map.of(
            "chosen", "w.chosen_at %1$s",
            "act", "w.act %1$s, w.chosen_at desc",
            "state", "w.state %1$s, w.chosen_at desc",
            "people", "w.chosen %1$s",
            "written", "w.written %1$s");
    private static final String BY_NAME = "m.given_name %1$s, m.middle_name %1$s, m.family_name %1$s";
    private static final Map<String, String> PEOPLE_COLUMNS = Map.of(
            "name", BY_NAME,
            "organisation", "organisation collate organisation.by_name %1$s, " + BY_NAME,
            "verdict", "i.verdict %1$s, i.reason %1$s, " + BY_NAME.replace("%1$s", "asc"));

    private final JdbcClient jdbc;
    private final BulkStore store;
    private final JsonMapper json;
    private final BusinessDay businessDay;

    BulkList(JdbcClient jdbc, BulkStore store, JsonMapper json, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.store = store;
        this.json = json;
        this.businessDay = businessDay;
    }

    /** The visitor's own works; those let go of left no trace worth a line. */
    public Listing<BulkWork> works(Visitor visitor, String sort, int page, String here) {
        var own = "w.account_id = :account and w.state <> 'ABANDONED'";
        return ListQuery.of((row, _) -> store.work(row), BulkStore.WORKS + "where " + own)
                .counted("select count(*) from membership.bulk_work w where " + own)
                .ordered(WORK_COLUMNS, sort, "w.id")
                .with("account", visitor.account())
                .page(jdbc, page, sort, here);
    }

    /** How many of a work are written, to be written, or left out for which reason. */
    public List<BulkFigure> figures(BulkWork work) {
        return jdbc.sql("""
                        select verdict, reason, source, count(*) as people from membership.bulk_person
                        where work_id = :work and verdict is not null
                        group by verdict, reason, source order by verdict = 'LEFT_OUT', people desc, reason
                        """)
                .param("work", work.id().id())
                .query((row, _) -> new BulkFigure(
                        BulkVerdict.valueOf(row.getString("verdict")), reason(row, List.of()), row.getInt("people")))
                .list();
    }

    /** A page of a work's people. */
    public Listing<BulkPersonRow> people(
            BulkWork work, BulkFilter filter, Scope scope, String sort, int page, String here) {
        return query(work, filter, scope, sort).page(jdbc, page, sort, here);
    }

    /** All of a work's people, as the database hands them out; the caller closes them. */
    public Stream<BulkPersonRow> all(BulkWork work, BulkFilter filter, Scope scope, String sort) {
        return query(work, filter, scope, sort).all(jdbc);
    }

    private ListQuery<BulkPersonRow> query(BulkWork work, BulkFilter filter, Scope scope, String sort) {
        return ListQuery.of((row, _) -> person(row), rows(filter, scope))
                .counted("select count(*) from membership.bulk_person i where " + where(filter))
                .ordered(PEOPLE_COLUMNS, sort, "i.member_id")
                .with(scope.params(businessDay.today()))
                .with("work", work.id().id())
                .with("verdict", filter.verdict())
                .with("reason", filter.reason());
    }

    private static String rows(BulkFilter filter, Scope scope) {
        return """
                select i.*, case when r.reached then m.full_name end as full_name,
                       case when r.reached then o.name end as organisation
                from membership.bulk_person i
                join member.member m on m.id = i.member_id
                left join lateral (select p.organisation_id, %s as reached, p.seen_on
                    from (%s where m.id = i.member_id) p) r on true
                left join organisation.organisation_version o
                    on o.organisation_id = r.organisation_id and o.valid @> cast(r.seen_on as date)
                where %s\
                """.formatted(Standings.reaching(scope), Standings.PLACES, where(filter));
    }

    private static String where(BulkFilter filter) {
        return "i.work_id = :work and %s and %s"
                .formatted(
                        filter.verdict() == null ? "true" : "i.verdict = :verdict",
                        filter.reason() == null ? "true" : "i.reason = :reason");
    }

    private BulkPersonRow person(ResultSet row) throws SQLException {
        Array arguments = row.getArray("arguments");
        var verdict = row.getString("verdict");
        return new BulkPersonRow(
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("full_name"),
                row.getString("organisation"),
                verdict == null ? null : BulkVerdict.valueOf(verdict),
                row.getString("before"),
                reason(row, List.of((String[]) arguments.getArray())));
    }

    private @Nullable BulkReason reason(ResultSet row, List<String> arguments) throws SQLException {
        var key = row.getString("reason");
        var source = row.getString("source");
        return key == null
                ? null
                : new BulkReason(key, arguments, source == null ? null : json.readValue(source, RuleSource.class));
    }
}

package vn.partyregister.supplement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.VietnameseText;

/** Who is to hand in a supplement, and who has. */
@Service
public class SupplementList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS = List.of("name", "organisation", "handed-in");

    public static final String STANDARD_ORDER = "organisation,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "m.given_name %1$s, m.middle_name %1$s, m.family_name %1$s",
            "organisation", "o.name collate organisation.by_name %1$s",
            "handed-in", "h.handed_in_on %1$s nulls last");

    private static final String SELECT = """
            select e.member_id, m.full_name, m.born_earliest, m.born_precision, coalesce(o.name, '') as organisation,
                h.handed_in_on, coalesce(h.changed, false) as changed, coalesce(h.handed_in_on > c.due_on, false) as late
            """;

    private static final String FROM = """
            from supplement.expected e
            join supplement.campaign c on c.id = e.campaign_id
            join member.member m on m.id = e.member_id
            left join supplement.handing_in h on h.campaign_id = e.campaign_id and h.member_id = e.member_id
            left join organisation.organisation_version o on o.organisation_id = e.organisation_id and o.valid @> e.since
            where e.campaign_id = :campaign\
            """;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    SupplementList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of the list, and how many there are. A page behind the last is the last. */
    public Listing<SupplementRow> page(SupplementFilter filter, Scope scope, String sort, int page, String here) {
        var total = ask("select count(*) " + from(filter, scope), filter, scope)
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = ask(rows(filter, scope, sort) + " limit %d offset :skipped".formatted(Listing.SIZE), filter, scope)
                .param("skipped", (shown - 1L) * Listing.SIZE)
                .query((row, _) -> row(row))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, here);
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<SupplementRow> stream(SupplementFilter filter, Scope scope, String sort) {
        return ask(rows(filter, scope, sort), filter, scope)
                .withFetchSize(TableDownload.FETCH_SIZE)
                .query((row, _) -> row(row))
                .stream();
    }

    /** Somebody of a campaign; whoever asks has made sure that they may be seen. */
    Optional<SupplementRow> find(CampaignId campaign, MemberId member) {
        return jdbc.sql(SELECT + FROM + " and e.member_id = :member")
                .param("campaign", campaign.id())
                .param("member", member.id())
                .query((row, _) -> row(row))
                .optional();
    }

    private static String rows(SupplementFilter filter, Scope scope, String sort) {
        var order = sort.split(",", 2);
        return SELECT
                + from(filter, scope)
                + " order by %s, m.given_name, m.middle_name, m.family_name, e.member_id"
                        .formatted(COLUMNS.getOrDefault(order[0], "o.name %s").formatted(order[1]));
    }

    private static String from(SupplementFilter filter, Scope scope) {
        return FROM
                + " and %s and %s and %s and %s"
                        .formatted(
                                scope.condition("e.organisation_id", "e.since"),
                                filter.organisation() == null ? "true" : """
                        exists (select from organisation.ancestry a where a.ancestor_id = :organisation
                        and a.descendant_id = e.organisation_id and a.valid @> e.since)\
                        """,
                                filter.state() == null ? "true" : filter.state().condition(),
                                filter.q() == null ? "true" : "m.names_folded like :q");
    }

    private StatementSpec ask(String sql, SupplementFilter filter, Scope scope) {
        var statement = jdbc.sql(sql)
                .params(scope.params(businessDay.today()))
                .param("campaign", filter.campaign().id());
        if (filter.organisation() != null) {
            statement = statement.param("organisation", filter.organisation());
        }
        if (filter.q() != null) {
            statement = statement.param("q", VietnameseText.sought(filter.q()));
        }
        return statement;
    }

    private static SupplementRow row(ResultSet row) throws SQLException {
        return new SupplementRow(
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("full_name"),
                new PartialDate(
                                row.getObject("born_earliest", LocalDate.class),
                                PartialDate.Precision.valueOf(row.getString("born_precision")))
                        .toString(),
                row.getString("organisation"),
                row.getObject("handed_in_on", LocalDate.class),
                row.getBoolean("changed"),
                row.getBoolean("late"));
    }
}

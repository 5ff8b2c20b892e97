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
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;

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
        return query(filter, scope, sort).page(jdbc, page, sort, here);
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<SupplementRow> stream(SupplementFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<SupplementRow> query(SupplementFilter filter, Scope scope, String sort) {
        var from = from(filter, scope);
        return ListQuery.of((row, _) -> row(row), SELECT + from)
                .counted("select count(*) " + from)
                .ordered(COLUMNS, sort, "m.given_name, m.middle_name, m.family_name, e.member_id")
                .with(scope.params(businessDay.today()))
                .with("campaign", filter.campaign().id())
                .with(
                        "organisation",
                        filter.organisation() == null
                                ? null
                                : filter.organisation().id())
                .seeking(filter.q());
    }

    /** Somebody of a campaign; whoever asks has made sure that they may be seen. */
    Optional<SupplementRow> find(CampaignId campaign, MemberId member) {
        return jdbc.sql(SELECT + FROM + " and e.member_id = :member")
                .param("campaign", campaign.id())
                .param("member", member.id())
                .query((row, _) -> row(row))
                .optional();
    }

    private static String from(SupplementFilter filter, Scope scope) {
        return FROM
                + " and %s and %s and %s and %s"
                        .formatted(
                                scope.condition("e.organisation_id", "e.since"),
                                filter.organisation() == null ? "true" : Scope.below("e.organisation_id", "e.since"),
                                filter.state() == null ? "true" : filter.state().condition(),
                                filter.q() == null ? "true" : "m.names_folded like :q");
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

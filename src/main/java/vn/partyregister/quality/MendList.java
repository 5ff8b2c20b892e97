package vn.partyregister.quality;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.Check;
import vn.partyregister.member.Checks;
import vn.partyregister.membership.MemberOrder;
import vn.partyregister.membership.MemberRow;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;

/** Whom a check finds in an organisation and below it, within the scope. */
@Service
public class MendList {
    private static final String FOUND = """
            from membership.standing s
            join organisation.ancestry below on below.descendant_id = s.organisation_id
                and below.ancestor_id = :organisation and below.valid @> cast(:asAt as date)
            join member.member m on m.id = s.member_id
            %s
            where s.valid @> cast(:asAt as date) and %s and (%s)\
            """;

    private final Checks checks;
    private final JdbcClient jdbc;

    MendList(Checks checks, JdbcClient jdbc) {
        this.checks = checks;
        this.jdbc = jdbc;
    }

    /** A page of them, and how many there are. A page behind the last is the last. */
    public Listing<MemberRow> page(
            Check check, UUID organisation, Scope scope, LocalDate today, String sort, int page, String here) {
        var total = jdbc.sql("select count(*) " + found(check, scope, ""))
                .params(params(organisation, scope, today))
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = jdbc.sql(rows(check, scope, sort) + " limit %d offset :offset".formatted(Listing.SIZE))
                .params(params(organisation, scope, today))
                .param("offset", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(MemberRow.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, here);
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<MemberRow> stream(Check check, UUID organisation, Scope scope, LocalDate today, String sort) {
        return jdbc
                .sql(rows(check, scope, sort))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .params(params(organisation, scope, today))
                .query(new RecordRows<>(MemberRow.class))
                .stream();
    }

    private static String rows(Check check, Scope scope, String sort) {
        var order = MemberOrder.of(sort);
        return """
                select m.id, m.full_name, m.sex, m.born_earliest, m.born_precision, m.ethnicity, o.name as organisation,
                       s.status, m.joined_on, m.card_number,
                       (select b.name from organisation.ancestry a
                        join organisation.organisation_version b
                            on b.organisation_id = a.ancestor_id and b.valid @> cast(:asAt as date)
                        join organisation.organisation_type t on t.code = b.type and t.tier = 'BASE'
                        where a.descendant_id = s.organisation_id and a.depth > 0 and a.valid @> cast(:asAt as date)
                        limit 1) as base
                %s order by %s\
                """.formatted(found(check, scope, """
                                left join organisation.organisation_version o
                                    on o.organisation_id = s.organisation_id and o.valid @> cast(:asAt as date)
                                """ + order.from("s.organisation_id")), order.by(sort));
    }

    private static String found(Check check, Scope scope, String joins) {
        return FOUND.formatted(joins, scope.condition("s.organisation_id"), check.condition());
    }

    private Map<String, Object> params(UUID organisation, Scope scope, LocalDate today) {
        var params = new HashMap<>(checks.params(today));
        params.putAll(scope.params(today));
        params.put("organisation", organisation);
        return params;
    }
}

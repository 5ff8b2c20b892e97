package vn.partyregister.quality;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.Check;
import vn.partyregister.member.Checks;
import vn.partyregister.membership.MemberOrder;
import vn.partyregister.membership.MemberRow;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;

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
            Check check,
            OrganisationId organisation,
            Scope scope,
            LocalDate today,
            String sort,
            int page,
            String here) {
        return query(check, organisation, scope, today, sort).page(jdbc, page, sort, here);
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<MemberRow> stream(
            Check check, OrganisationId organisation, Scope scope, LocalDate today, String sort) {
        return query(check, organisation, scope, today, sort).all(jdbc);
    }

    private ListQuery<MemberRow> query(
            Check check, OrganisationId organisation, Scope scope, LocalDate today, String sort) {
        var order = MemberOrder.of(sort);
        return ListQuery.of(MemberRow.class, rows(check, scope, order))
                .counted("select count(*) " + found(check, scope, ""))
                .ordered(order.by(sort))
                .with(checks.params(today))
                .with(scope.params(today))
                .with("organisation", organisation.id());
    }

    private static String rows(Check check, Scope scope, MemberOrder order) {
        return """
                select m.id, m.full_name, m.sex, m.born_earliest, m.born_precision, m.ethnicity, o.name as organisation,
                       s.status, m.joined_on, m.card_number,
                       (select b.name from organisation.ancestry a
                        join organisation.organisation_version b
                            on b.organisation_id = a.ancestor_id and b.valid @> cast(:asAt as date)
                        join organisation.organisation_type t on t.code = b.type and t.tier = 'BASE'
                        where a.descendant_id = s.organisation_id and a.depth > 0 and a.valid @> cast(:asAt as date)
                        limit 1) as base
                %s\
                """.formatted(found(check, scope, """
                                left join organisation.organisation_version o
                                    on o.organisation_id = s.organisation_id and o.valid @> cast(:asAt as date)
                                """ + order.from("s.organisation_id")));
    }

    private static String found(Check check, Scope scope, String joins) {
        return FOUND.formatted(joins, scope.condition("s.organisation_id"), check.condition());
    }
}

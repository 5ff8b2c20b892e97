package vn.partyregister.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Uuids;

/** Writes grants and reads them account by account. */
@Component
class GrantJournal {
    private final JdbcClient jdbc;
    private final RegisterProperties register;

    GrantJournal(JdbcClient jdbc, RegisterProperties register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    List<GrantRow> of(AccountId account, LocalDate day) {
        return jdbc.sql("""
                        select g.id, g.role, g.organisation_id, v.name, away.name as in_place_of,
                            lower(g.valid) as begins, upper(g.valid) - 1 as ends, g.valid @> cast(:day as date) as current
                        from access.grant_of_role g
                        left join access.account away on away.id = g.for_account_id
                        left join lateral (
                            select name from organisation.organisation_version v
                            where v.organisation_id = g.organisation_id
                            order by lower(v.valid) desc limit 1) v on true
                        where g.account_id = :account
                        order by current desc, begins desc, g.id
                        """)
                .param("account", account.id())
                .param("day", day)
                .query((row, _) -> new GrantRow(
                        row.getObject("id", UUID.class),
                        Role.valueOf(row.getString("role")),
                        row.getObject("organisation_id", UUID.class),
                        row.getString("name"),
                        row.getString("in_place_of"),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("ends", LocalDate.class),
                        row.getBoolean("current")))
                .list();
    }

    void add(
            AccountId account,
            Role role,
            @Nullable OrganisationId organisation,
            LocalDate from,
            @Nullable LocalDate to) {
        if (organisation != null && !exists(organisation)) {
            throw new Refusal.NotFound("access.grant.unknown-organisation");
        }
        try {
            jdbc.sql("""
                            insert into access.grant_of_role (id, account_id, role, organisation_id, valid)
                            values (:id, :account, :role, cast(:organisation as uuid),
                                daterange(:from, cast(:to as date), '[]'))
                            """)
                    .param("id", Uuids.next())
                    .param("account", account.id())
                    .param("role", role.name())
                    .param("organisation", organisation == null ? null : organisation.toString())
                    .param("from", from)
                    .param("to", to)
                    .update();
        } catch (DataIntegrityViolationException twice) {
            throw new Refusal.RuleBroken("access.grant.overlaps");
        }
    }

    /** The roles of their own that an account holds at some time between two days. */
    List<Role> roles(AccountId account, LocalDate from, LocalDate last) {
        return jdbc.sql("""
                        select distinct role from access.grant_of_role
                        where account_id = :account and for_account_id is null and valid && daterange(:from, :last, '[]')
                        """)
                .param("account", account.id())
                .param("from", from)
                .param("last", last)
                .query((row, _) -> Role.valueOf(row.getString("role")))
                .list();
    }

    /** All roles of somebody's own but the administrator's, on these days, where the other one holds none of them. */
    List<Lent> lend(AccountId to, AccountId of, LocalDate from, LocalDate last) {
        try {
            return jdbc.sql("""
                            insert into access.grant_of_role (id, account_id, role, organisation_id, valid, for_account_id)
                            select uuidv7(), :to, g.role, g.organisation_id, g.valid * daterange(:from, :last, '[]'), :of
                            from access.grant_of_role g
                            where g.account_id = :of and g.for_account_id is null and g.role <> 'ADMIN'
                                and g.valid && daterange(:from, :last, '[]')
                                and not exists (select from access.grant_of_role h where h.account_id = :to and h.role = g.role
                                    and h.organisation_id = g.organisation_id and h.valid && (g.valid * daterange(:from, :last, '[]')))
                            returning role, organisation_id, lower(valid) as starts, upper(valid) - 1 as last
                            """)
                    .param("to", to.id())
                    .param("of", of.id())
                    .param("from", from)
                    .param("last", last)
                    .query(new RecordRows<>(Lent.class))
                    .list();
        } catch (DataIntegrityViolationException twice) {
            throw new Refusal.RuleBroken("access.grant.overlaps");
        }
    }

    /** What was lent for these days ends before a day, or is gone where it has not begun. */
    List<Lent> takeBack(AccountId to, AccountId of, LocalDate from, LocalDate last, LocalDate day) {
        var which = " where account_id = :to and for_account_id = :of and valid && daterange(:from, :last, '[]')";
        var back = " returning role, organisation_id, lower(valid) as starts, upper(valid) - 1 as last";
        return Stream.of(
                        "delete from access.grant_of_role" + which + " and lower(valid) >= :day" + back,
                        "update access.grant_of_role set valid = daterange(lower(valid), :day)" + which
                                + " and valid @> cast(:day as date)" + back)
                .flatMap(sql -> jdbc
                        .sql(sql)
                        .param("to", to.id())
                        .param("of", of.id())
                        .param("from", from)
                        .param("last", last)
                        .param("day", day)
                        .query(new RecordRows<>(Lent.class))
                        .list()
                        .stream())
                .toList();
    }

    /** A role that somebody holds in another's place. */
    record Lent(Role role, OrganisationId organisationId, LocalDate starts, LocalDate last) {}

    /** A grant that would end before it began has never held: it goes, and the audit trail alone knows of it. */
    void end(UUID grant, LocalDate last) {
        jdbc.sql("delete from access.grant_of_role where id = :id and lower(valid) > :last")
                .param("id", grant)
                .param("last", last)
                .update();
        jdbc.sql("""
                        update access.grant_of_role set valid = daterange(lower(valid), :last, '[]') where id = :id
                        """).param("id", grant).param("last", last).update();
    }

    /** How many can keep accounts, today and with no end in sight. Nobody else changes that before this is done. */
    int administrators(LocalDate day) {
        jdbc.sql("lock table access.grant_of_role in share row exclusive mode").update();
        return jdbc.sql("""
                        select count(distinct a.id) from access.account a
                        join access.grant_of_role g on g.account_id = a.id
                        where g.role = 'ADMIN' and g.valid @> cast(:day as date) and upper_inf(g.valid)
                            and a.ended_on is null and (not a.sample or :sample)
                        """)
                .param("day", day)
                .param("sample", register.isSample())
                .query(Integer.class)
                .single();
    }

    private boolean exists(OrganisationId organisation) {
        return jdbc.sql("select exists (select from organisation.organisation where id = :id)")
                .param("id", organisation.id())
                .query(Boolean.class)
                .single();
    }
}

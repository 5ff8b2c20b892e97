package vn.partyregister.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
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
                        select g.id, g.role, g.organisation_id, v.name,
                            lower(g.valid) as begins, upper(g.valid) - 1 as ends, g.valid @> cast(:day as date) as current
                        from access.grant_of_role g
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

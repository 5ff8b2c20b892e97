package vn.partyregister.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.access.AccountId;
import vn.partyregister.access.Accounts;
import vn.partyregister.access.ReachOfAccounts;
import vn.partyregister.access.ReachOfAccounts.Colleague;
import vn.partyregister.access.Today;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.platform.Visitor;

/**
 * Who stands in for whom while they are away (ủy quyền khi đi vắng). The stand-in sees what the other one sees in the inbox, on
 * these days and no further than the other's own roles reach then. To act in their place, the stand-in needs their roles: an
 * administrator lends them for these days.
 */
@Service
public class Delegations {
    private final JdbcClient jdbc;
    private final ReachOfAccounts reach;
    private final Accounts accounts;
    private final Today today;
    private final AuditTrail audit;

    Delegations(JdbcClient jdbc, ReachOfAccounts reach, Accounts accounts, Today today, AuditTrail audit) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.accounts = accounts;
        this.today = today;
        this.audit = audit;
    }

    /** Whom somebody can name: accounts of the same committee. */
    public List<Colleague> colleagues(UUID account) {
        return reach.colleagues(account, Permission.READ_MEMBERS);
    }

    /** All that somebody has named, the latest first. */
    public List<Named> of(UUID account) {
        return jdbc.sql("""
                        select d.id, c.id as account, c.name, c.username, lower(d.valid) as starts, upper(d.valid) - 1 as last, d.reason,
                            d.withdrawn_at is not null as withdrawn,
                            d.withdrawn_at is null and upper(d.valid) > cast(:today as date) as open
                        from inbox.delegation d join access.account c on c.id = d.to_account_id
                        where d.of_account_id = :account order by d.valid desc, d.recorded_at desc
                        """)
                .param("account", account)
                .param("today", today.day())
                .query(new RecordRows<>(Named.class))
                .list();
    }

    /** In whose place somebody sees the inbox today, each as far as the other's own roles reach. */
    public List<StandIn> standIns(UUID account) {
        return jdbc
                .sql("""
                        select d.of_account_id as account, c.name, c.username, lower(d.valid) as starts, upper(d.valid) - 1 as last
                        from inbox.delegation d join access.account c on c.id = d.of_account_id
                        where d.to_account_id = :account and d.withdrawn_at is null and d.valid @> cast(:today as date)
                        order by c.name, c.username
                        """)
                .param("account", account)
                .param("today", today.day())
                .query(new RecordRows<>(Given.class))
                .list()
                .stream()
                .map(given -> new StandIn(
                        given.account(),
                        given.name(),
                        given.starts(),
                        given.last(),
                        reach.of(given.account(), Permission.READ_MEMBERS)))
                .toList();
    }

    /** Somebody is away from a day to a day; a colleague of the same committee sees what is due in their place. */
    @Transactional
    public void name(Visitor visitor, UUID colleague, LocalDate starts, LocalDate last, String reason) {
        if (starts.isBefore(today.day())) {
            throw new RuleBroken("inbox.delegation.in-the-past", Dates.write(today.day()));
        }
        if (last.isBefore(starts)) {
            throw new RuleBroken("inbox.delegation.ends-before-it-begins", Dates.write(starts));
        }
        if (colleagues(visitor.account()).stream().noneMatch(one -> one.id().equals(colleague))) {
            throw new RuleBroken("inbox.delegation.no-colleague");
        }
        var id = Uuids.next();
        try {
            jdbc.sql("""
                            insert into inbox.delegation (id, of_account_id, to_account_id, valid, reason, recorded_by)
                            values (:id, :of, :to, daterange(:starts, :last, '[]'), :reason, :username)
                            """)
                    .param("id", id)
                    .param("of", visitor.account())
                    .param("to", colleague)
                    .param("starts", starts)
                    .param("last", last)
                    .param("reason", reason)
                    .param("username", Author.current().username())
                    .update();
        } catch (DataIntegrityViolationException overlapping) {
            throw new RuleBroken("inbox.delegation.already");
        }
        audit.changed(
                "inbox.delegated",
                new Subject("delegation", id, visitor.home()),
                null,
                Map.of("to", colleague, "from", starts, "until", last.plusDays(1), "reason", reason));
    }

    /** For whom somebody stands in or will, and whether the roles for it were lent. */
    public List<Asked> asked(UUID account) {
        return jdbc.sql("""
                        select d.id, d.of_account_id as account, c.name, c.username, lower(d.valid) as starts,
                            upper(d.valid) - 1 as last, d.reason,
                            exists (select from access.grant_of_role g where g.account_id = d.to_account_id
                                and g.for_account_id = d.of_account_id and g.valid && d.valid) as lent
                        from inbox.delegation d join access.account c on c.id = d.of_account_id
                        where d.to_account_id = :account and d.withdrawn_at is null and upper(d.valid) > cast(:today as date)
                        order by d.valid, d.id
                        """)
                .param("account", account)
                .param("today", today.day())
                .query(new RecordRows<>(Asked.class))
                .list();
    }

    /** The stand-in holds the other's roles on the days of the delegation; tells how many. */
    @Transactional
    public int lend(UUID account, @Nullable UUID delegation) {
        var one = asked(account).stream()
                .filter(asked -> asked.id().equals(delegation))
                .findFirst()
                .orElseThrow(() -> new NotFound("inbox.delegation.unknown"));
        return accounts.lend(new AccountId(account), new AccountId(one.account()), one.starts(), one.last());
    }

    /** Back sooner than planned: from now on nobody sees or does anything in their place. */
    @Transactional
    public void withdraw(Visitor visitor, @Nullable UUID delegation) {
        var open = of(visitor.account()).stream()
                .filter(one -> one.id().equals(delegation))
                .findFirst()
                .orElseThrow(() -> new NotFound("inbox.delegation.unknown"));
        var withdrawn = jdbc.sql("""
                        update inbox.delegation set withdrawn_at = now(), withdrawn_by = :username
                        where id = :id and of_account_id = :account and withdrawn_at is null and upper(valid) > cast(:today as date)
                        """)
                .param("id", delegation, java.sql.Types.OTHER)
                .param("account", visitor.account())
                .param("today", today.day())
                .param("username", Author.current().username())
                .update();
        if (withdrawn == 0) {
            throw new NotFound("inbox.delegation.unknown");
        }
        accounts.takeBack(new AccountId(open.account()), new AccountId(visitor.account()), open.starts(), open.last());
        audit.changed(
                "inbox.delegation-withdrawn", new Subject("delegation", delegation, visitor.home()), null, Map.of());
    }

    private record Given(UUID account, String name, String username, LocalDate starts, LocalDate last) {}

    /** Somebody in whose place the inbox is seen, from when until when, and how far. */
    public record StandIn(UUID account, String name, LocalDate starts, LocalDate last, Scope scope) {}

    /**
     * Somebody who asked to be stood in for.
     *
     * @param lent whether the stand-in was lent their roles
     */
    public record Asked(
            UUID id,
            UUID account,
            String name,
            String username,
            LocalDate starts,
            LocalDate last,
            String reason,
            boolean lent) {}

    /** A colleague who was named. */
    public record Named(
            UUID id,
            UUID account,
            String name,
            String username,
            LocalDate starts,
            LocalDate last,
            String reason,
            boolean withdrawn,
            boolean open) {}
}

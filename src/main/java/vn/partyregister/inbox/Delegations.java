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
 * these days and no further than the other's own roles reach then; no right to do anything comes with it.
 */
@Service
public class Delegations {
    private final JdbcClient jdbc;
    private final ReachOfAccounts reach;
    private final Today today;
    private final AuditTrail audit;

    Delegations(JdbcClient jdbc, ReachOfAccounts reach, Today today, AuditTrail audit) {
        this.jdbc = jdbc;
        this.reach = reach;
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
                        select d.id, c.name, c.username, lower(d.valid) as starts, upper(d.valid) - 1 as last, d.reason,
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

    /** Back sooner than planned: from now on nobody sees anything in their place. */
    @Transactional
    public void withdraw(Visitor visitor, @Nullable UUID delegation) {
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
        audit.changed(
                "inbox.delegation-withdrawn", new Subject("delegation", delegation, visitor.home()), null, Map.of());
    }

    private record Given(UUID account, String name, String username, LocalDate starts, LocalDate last) {}

    /** Somebody in whose place the inbox is seen, from when until when, and how far. */
    public record StandIn(UUID account, String name, LocalDate starts, LocalDate last, Scope scope) {}

    /** A colleague who was named. */
    public record Named(
            UUID id,
            String name,
            String username,
            LocalDate starts,
            LocalDate last,
            String reason,
            boolean withdrawn,
            boolean open) {}
}

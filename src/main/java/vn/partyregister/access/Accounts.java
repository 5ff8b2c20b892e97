package vn.partyregister.access;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Refusal;

/** Accounts and the roles they hold: opened, granted, ended. Everything here is written down. */
@Service
@Transactional
public class Accounts {
    /** What a user name looks like. */
    public static final String USERNAME = "[a-z0-9][a-z0-9._-]{1,49}";

    private final AccountRepository accounts;
    private final AccountList list;
    private final GrantJournal grants;
    private final Passwords passwords;
    private final Throttle throttle;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final AuditTrail audit;
    private final Today today;

    Accounts(
            AccountRepository accounts,
            AccountList list,
            GrantJournal grants,
            Passwords passwords,
            Throttle throttle,
            FindByIndexNameSessionRepository<?> sessions,
            AuditTrail audit,
            Today today) {
        this.accounts = accounts;
        this.list = list;
        this.grants = grants;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.today = today;
    }

    /** A new account, with a temporary password that is told this once. */
    public Issued open(String username, String name) {
        var temporary = passwords.temporary();
        var account = add(Account.open(username, name, passwords.hash(temporary)));
        return new Issued(account.id(), temporary);
    }

    /** An account of a sample register, with its role; it signs in from the machine the program runs on alone. */
    public AccountId openForSample(
            String username, String name, String password, Role role, @Nullable OrganisationId organisation) {
        var account = add(Account.openForSample(username, name, passwords.hash(password)));
        grant(account.id(), role, organisation, today.day(), null);
        return account.id();
    }

    /** The administrator who stands at the beginning of a real register. */
    AccountId openByOwner(String username, String name, String password) {
        var account = add(Account.openByOwner(username, name, passwords.chosen(username, password)));
        grant(account.id(), Role.ADMIN, null, today.day(), null);
        return account.id();
    }

    @Transactional(readOnly = true)
    public Account get(AccountId id) {
        return accounts.get(id);
    }

    @Transactional(readOnly = true)
    public Listing<AccountRow> list(String q, int page, String sort, String here) {
        return list.page(q, page, sort, here, today.day());
    }

    /** All roles this account holds, held or will hold; the newest first. */
    @Transactional(readOnly = true)
    public List<GrantRow> grants(AccountId id) {
        return grants.of(id, today.day());
    }

    /** A new temporary password, told this once; whoever is signed in with the old one is not any longer. */
    public String resetPassword(AccountId id) {
        var temporary = passwords.temporary();
        var account = accounts.save(accounts.get(id).takeTemporaryPassword(passwords.hash(temporary)));
        endSessions(account, null);
        audit.changed("account.password-reset", subject(id), null, Map.of("username", account.username()));
        return temporary;
    }

    /**
     * The owner's own new password.
     *
     * @param session the session that stays; all others end
     */
    public void changePassword(AccountId id, String current, String next, @Nullable String session) {
        var account = accounts.get(id).requireNotEnded();
        requireRight(account, current);
        if (Passwords.composed(next).equals(Passwords.composed(current))) {
            throw new Refusal.RuleBroken("access.password.same");
        }
        accounts.save(account.choosePassword(passwords.chosen(account.username(), next)));
        endSessions(account, session);
        audit.changed("account.password-changed", subject(id), null, Map.of("username", account.username()));
    }

    /** From now on nobody signs in with this account; who is signed in is so no longer. */
    public void end(AccountId id) {
        var keptBefore = grants.administrators(today.day());
        var account = accounts.saveAndFlush(accounts.get(id).end(today.day()));
        requireAnAdministrator(keptBefore);
        endSessions(account, null);
        audit.changed(
                "account.ended",
                subject(id),
                Map.of("username", account.username()),
                Map.of("username", account.username(), "endedOn", today.day()));
    }

    /**
     * A role on an organisation and all below it.
     *
     * @param to the last day, null for no end
     */
    public void grant(
            AccountId id, Role role, @Nullable OrganisationId organisation, LocalDate from, @Nullable LocalDate to) {
        accounts.get(id).requireNotEnded();
        if ((role == Role.ADMIN) != (organisation == null)) {
            throw new Refusal.RuleBroken(
                    organisation == null ? "access.grant.needs-an-organisation" : "access.grant.outside-the-tree");
        }
        if (to != null && to.isBefore(from)) {
            throw new Refusal.RuleBroken("access.grant.ends-before-it-begins");
        }
        grants.add(id, role, organisation, from, to);
        audit.changed("account.role-granted", granted(id, organisation), null, said(role, organisation, from, to));
    }

    /** Ends a grant; {@code last} is its last day, yesterday to end it at once. */
    public void endGrant(AccountId id, UUID grant, LocalDate last) {
        var keptBefore = grants.administrators(today.day());
        var held = grants.of(id, today.day()).stream()
                .filter(row -> row.id().equals(grant))
                .findAny()
                .orElseThrow(() -> new Refusal.NotFound("access.unknown-grant"));
        if (held.to() != null && !last.isBefore(held.to())) {
            throw new Refusal.RuleBroken("access.grant.ends-already", held.to());
        }
        grants.end(grant, last);
        requireAnAdministrator(keptBefore);
        var organisation = held.organisation() == null ? null : new OrganisationId(held.organisation());
        audit.changed(
                "account.role-ended",
                granted(id, organisation),
                said(held.role(), organisation, held.from(), held.to()),
                said(held.role(), organisation, held.from(), last));
    }

    /**
     * Whoever stands in for somebody who is away holds the other's roles in their place on these days: as long as the other
     * holds them, and never so that one and the same person keeps files and checks them.
     *
     * @return how many roles were lent
     */
    public int lend(AccountId to, AccountId of, LocalDate from, LocalDate last) {
        var away = accounts.get(of).requireNotEnded();
        accounts.get(to).requireNotEnded();
        var starts = from.isBefore(today.day()) ? today.day() : from;
        if (last.isBefore(starts)) {
            throw new Refusal.RuleBroken("access.grant.ends-before-it-begins");
        }
        var held = grants.roles(to, starts, last);
        var lendable = grants.roles(of, starts, last);
        var wouldKeep =
                held.stream().anyMatch(Role::checks) && lendable.stream().anyMatch(Role::keeps);
        var wouldCheck =
                held.stream().anyMatch(Role::keeps) && lendable.stream().anyMatch(Role::checks);
        if (wouldKeep || wouldCheck) {
            throw new Refusal.RuleBroken("access.lend.checks", away.name());
        }
        var lent = grants.lend(to, of, starts, last);
        if (lent.isEmpty()) {
            throw new Refusal.RuleBroken("access.lend.nothing", away.name());
        }
        lent.forEach(one -> note("account.role-lent", to, away, one));
        return lent.size();
    }

    /** Roles lent for these days are taken back at once; nothing where none were. */
    public void takeBack(AccountId to, AccountId of, LocalDate from, LocalDate last) {
        var away = accounts.get(of);
        grants.takeBack(to, of, from, last, today.day()).forEach(one -> note("account.role-taken-back", to, away, one));
    }

    private void note(String act, AccountId to, Account away, GrantJournal.Lent one) {
        var said = said(one.role(), one.organisationId(), one.starts(), one.last());
        said.put("inPlaceOf", away.username());
        audit.changed(act, granted(to, one.organisationId()), null, said);
    }

    private Account add(Account account) {
        try {
            accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException taken) {
            throw new Refusal.RuleBroken("access.username-taken", account.username());
        }
        audit.changed(
                "account.opened",
                subject(account.id()),
                null,
                Map.of("username", account.username(), "name", account.name()));
        return account;
    }

    private void requireRight(Account account, String current) {
        var address = Author.current().address();
        if (address != null) {
            throttle.attempt(account.username(), address).ifPresent(wait -> {
                throw new Refusal.RuleBroken(
                        "access.wait", Math.max(1, wait.plusSeconds(59).toMinutes()));
            });
        }
        if (!passwords.matches(current, account.passwordHash())) {
            throw new Refusal.RuleBroken("access.password.wrong");
        }
        if (address != null) {
            throttle.succeeded(account.username(), address);
        }
    }

    /** Somebody must be left who can let others in. */
    private void requireAnAdministrator(int before) {
        if (before > 0 && grants.administrators(today.day()) == 0) {
            throw new Refusal.RuleBroken("access.last-administrator");
        }
    }

    private void endSessions(Account account, @Nullable String but) {
        for (var session : sessions.findByPrincipalName(account.username()).keySet()) {
            if (!session.equals(but)) {
                sessions.deleteById(session);
            }
        }
    }

    private static Subject subject(AccountId id) {
        return new Subject("account", id.id(), null);
    }

    private static Subject granted(AccountId id, @Nullable OrganisationId organisation) {
        return new Subject("account", id.id(), organisation == null ? null : organisation.id());
    }

    private static Map<String, Object> said(
            Role role, @Nullable OrganisationId organisation, LocalDate from, @Nullable LocalDate to) {
        var said = new HashMap<String, Object>();
        said.put("role", role);
        said.put("from", from);
        if (organisation != null) {
            said.put("organisation", organisation.id());
        }
        if (to != null) {
            said.put("to", to);
        }
        return said;
    }

    /**
     * An account with the temporary password that opens it.
     *
     * @param password told this once, kept nowhere
     */
    public record Issued(AccountId account, String password) {}
}

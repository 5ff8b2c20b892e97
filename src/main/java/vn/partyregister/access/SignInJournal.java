package vn.partyregister.access;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.Author;

/** Writes down who came in and who was turned away; never a password, nor a name that might be one typed amiss. */
@Component
class SignInJournal {
    private final AuditTrail audit;
    private final AccountsToSignIn accounts;

    SignInJournal(AuditTrail audit, AccountsToSignIn accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    @Transactional
    public void cameIn(SignedIn account, Origin origin) {
        write("account.signed-in", account, origin);
    }

    @Transactional
    public void turnedAway(String typed, Origin origin) {
        accounts.find(SignInGate.username(typed))
                .ifPresentOrElse(
                        account -> write("account.sign-in-failed", account, origin),
                        () -> new Author(null, Author.UNKNOWN, origin.address()).writing(() -> {
                            audit.changed("account.sign-in-failed", new Subject("account", null, null), null, null);
                            return null;
                        }));
    }

    private void write(String act, SignedIn account, Origin origin) {
        new Author(account.account(), account.getUsername(), origin.address()).writing(() -> {
            audit.changed(
                    act,
                    new Subject("account", account.account(), null),
                    null,
                    Map.of("username", account.getUsername()));
            return null;
        });
    }
}

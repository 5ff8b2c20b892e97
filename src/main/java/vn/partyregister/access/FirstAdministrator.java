package vn.partyregister.access;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Seal;

/**
 * Lets the first administrator into a real register: with a code that stands in the log of the program's start, and so
 * is known only to who runs it. A start without an administrator makes a new one; with the first administrator it is
 * gone.
 */
@Service
@Transactional
public class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Throttle throttle;
    private final Seal seal;
    private final RegisterProperties register;

    FirstAdministrator(JdbcClient jdbc, Accounts accounts, Throttle throttle, Seal seal, RegisterProperties register) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.throttle = throttle;
        this.seal = seal;
        this.register = register;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        var code = issue();
        if (code != null) {
            LOG.info("There is no administrator yet. Open /first-administrator and enter the code {}", code);
        }
    }

    /** A new code in place of the one before; null where an administrator is there, or the register is a sample. */
    @Nullable
    String issue() {
        if (!isAwaited()) {
            jdbc.sql("delete from access.first_code").update();
            return null;
        }
        var code = random.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
        jdbc.sql("""
                        insert into access.first_code (code_hash) values (:hash)
                        on conflict (only_one) do update set code_hash = excluded.code_hash, made_at = now()
                        """).param("hash", seal.hash(code)).update();
        return code.replaceAll("(.{5})(?!$)", "$1-");
    }

    /** Whether the register is real and has no administrator yet. */
    @Transactional(readOnly = true)
    public boolean isAwaited() {
        return !register.isSample() && jdbc.sql("""
                        select not exists (select from access.grant_of_role g join access.account a on a.id = g.account_id
                            where g.role = 'ADMIN' and not a.sample and a.ended_on is null)
                        """).query(Boolean.class).single();
    }

    /** The code opens one account, once. */
    public AccountId admit(String code, String username, String name, String password) {
        var address = Author.current().address();
        throttle.attemptFrom(address == null ? "127.0.0.1" : address).ifPresent(wait -> {
            throw new Refusal.RuleBroken(
                    "access.wait", Math.max(1, wait.plusSeconds(59).toMinutes()));
        });
        var hash = seal.hash(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
        var right = jdbc.sql("select code_hash from access.first_code for update")
                .query((row, _) -> row.getBytes("code_hash"))
                .optional()
                .filter(kept -> Arrays.equals(kept, hash));
        if (!isAwaited() || right.isEmpty()) {
            throw new Refusal.RuleBroken("access.first.wrong-code");
        }
        var account = accounts.openByOwner(username, name, password);
        jdbc.sql("delete from access.first_code").update();
        return account;
    }
}

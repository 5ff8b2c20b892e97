package vn.partyregister;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.access.Principals;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Uuids;

/**
 * Accounts for tests, written straight into the database: {@code mvc.get().uri("/members").with(signIn.as(Role.CLERK,
 * district))}. The same role on the same organisation is the same account. A browser signs in with
 * {@link Account#username} and {@link #PASSWORD}.
 */
@NullMarked
public class SignIn {
    public static final String PASSWORD = "mật khẩu thử 2022";
    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

    private final JdbcClient jdbc;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    SignIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request of somebody who holds this role on this organisation. */
    public RequestPostProcessor as(Role role, OrganisationId organisation) {
        return as(account(role, organisation));
    }

    /** A request of an administrator, who stands outside the tree. */
    public RequestPostProcessor asAdministrator() {
        return as(account(Role.ADMIN, null));
    }

    /** A request of somebody whose account holds no role at all. */
    public RequestPostProcessor asNobody() {
        return as(accounts.computeIfAbsent("nobody", _ -> create("nobody")));
    }

    public RequestPostProcessor as(Account account) {
        return SecurityMockMvcRequestPostProcessors.user(
                Principals.of(account.id(), account.username(), account.username()));
    }

    /** The account behind {@link #as}; {@code ADMIN} alone is granted on no organisation. */
    public Account account(Role role, @Nullable OrganisationId organisation) {
        return accounts.computeIfAbsent(role + " " + organisation, _ -> {
            var account = create(role.name().toLowerCase(java.util.Locale.ROOT));
            grant(account, role, organisation);
            return account;
        });
    }

    /** One more role for an account. */
    public void grant(Account account, Role role, @Nullable OrganisationId organisation) {
        jdbc.sql("""
                        insert into access.grant_of_role (id, account_id, role, organisation_id, valid)
                        values (:id, :account, :role, :organisation, daterange('2000-01-01', null))
                        """)
                .param("id", Uuids.next())
                .param("account", account.id())
                .param("role", role.name())
                .param("organisation", organisation == null ? null : organisation.id())
                .update();
    }

    private Account create(String kind) {
        var id = Uuids.next();
        var username = kind + "-" + id.toString().substring(24);
        jdbc.sql("""
                        insert into access.account (id, version, username, name, password_hash)
                        values (:id, 0, :username, :username, :hash)
                        """)
                .param("id", id)
                .param("username", username)
                .param("hash", HASH)
                .update();
        return new Account(id, username);
    }

    /** Somebody who can sign in. */
    public record Account(UUID id, String username) {}
}

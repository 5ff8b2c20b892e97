package vn.partyregister.access;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the account that signs in. */
@Component
class AccountsToSignIn {
    private static final Pattern PLAIN = Pattern.compile(Accounts.USERNAME);

    private final JdbcClient jdbc;

    AccountsToSignIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SignedIn> find(String username) {
        if (!PLAIN.matcher(username).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("select id, username, name, password_hash from access.account where username = :username")
                .param("username", username)
                .query((row, _) -> new SignedIn(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("password_hash")))
                .optional();
    }
}

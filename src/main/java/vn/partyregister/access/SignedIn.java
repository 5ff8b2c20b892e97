package vn.partyregister.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account behind a session. It carries no rights: those are asked for at each request. */
final class SignedIn implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1L;

    private final UUID account;
    private final String username;
    private final String name;
    private @Nullable String passwordHash;

    SignedIn(UUID account, String username, String name, String passwordHash) {
        this.account = account;
        this.username = username;
        this.name = name;
        this.passwordHash = passwordHash;
    }

    UUID account() {
        return account;
    }

    String name() {
        return name;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }
}

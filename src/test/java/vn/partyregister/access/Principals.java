package vn.partyregister.access;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.security.core.userdetails.UserDetails;

/** The door through which tests outside this package get the principal of an account. */
@NullMarked
public final class Principals {
    private Principals() {}

    public static UserDetails of(UUID account, String username, String name) {
        return new SignedIn(account, username, name, "");
    }
}

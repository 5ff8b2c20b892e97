package vn.partyregister.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** No attempt is left; the password was not looked at. */
final class TooManyAttempts extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    Duration untilNext() {
        return wait;
    }
}

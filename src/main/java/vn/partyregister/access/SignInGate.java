package vn.partyregister.access;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RegisterProperties;

/**
 * Lets in who knows the password of an account that stands. Whatever is wrong, the answer is the same, and takes as
 * long: nobody learns which accounts there are.
 */
@Component
class SignInGate extends DaoAuthenticationProvider {
    private final AccountRepository accounts;
    private final Throttle throttle;
    private final Today today;
    private final RegisterProperties register;

    SignInGate(
            AccountsToSignIn accountsToSignIn,
            AccountRepository accounts,
            PasswordEncoder encoder,
            Throttle throttle,
            Today today,
            RegisterProperties register) {
        super(username ->
                accountsToSignIn.find(username).orElseThrow(() -> new UsernameNotFoundException("no such account")));
        setPasswordEncoder(encoder);
        this.accounts = accounts;
        this.throttle = throttle;
        this.today = today;
        this.register = register;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var username = username(typed.getName());
        var origin = origin(typed);
        throttle.attempt(username, origin.address()).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        var asMeant = UsernamePasswordAuthenticationToken.unauthenticated(
                username, Passwords.composed(String.valueOf(typed.getCredentials())));
        asMeant.setDetails(origin);
        var signedIn = super.authenticate(asMeant);
        throttle.succeeded(username, origin.address());
        return signedIn;
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails found, UsernamePasswordAuthenticationToken typed) {
        super.additionalAuthenticationChecks(found, typed);
        var account = accounts.findByUsername(found.getUsername()).orElseThrow(SignInGate::refused);
        if (ended(account, today.day()) || (account.sample() && !mayUseSample(origin(typed)))) {
            throw refused();
        }
    }

    private boolean mayUseSample(Origin origin) {
        return register.isSample() && origin.thisMachine();
    }

    private static boolean ended(Account account, LocalDate day) {
        var endedOn = account.endedOn();
        return endedOn != null && !endedOn.isAfter(day);
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("refused");
    }

    private static Origin origin(Authentication typed) {
        if (typed.getDetails() instanceof Origin origin) {
            return origin;
        }
        throw new IllegalStateException("a sign-in comes from somewhere");
    }

    /** As user names are written: small letters, no spaces around; no longer than one can be. */
    static String username(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return plain.matches(Accounts.USERNAME) ? plain : "?";
    }
}

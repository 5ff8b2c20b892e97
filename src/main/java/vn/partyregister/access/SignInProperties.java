package vn.partyregister.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many sign-ins may fail, what a password needs, and what outlives a session.
 *
 * @param attemptsPerUsername failed sign-ins a user name may have within {@code within}
 * @param attemptsPerAddress failed sign-ins an address may have within {@code within}
 * @param within the time after which all attempts are free again
 * @param passwordLength the least number of characters in a password
 * @param passwordCost the work of one hash, as BCrypt counts it: one more doubles it
 * @param typedTextKept how long what was typed when a session ended waits for its clerk
 */
@ConfigurationProperties("register.sign-in")
record SignInProperties(
        @DefaultValue("10") int attemptsPerUsername,
        @DefaultValue("60") int attemptsPerAddress,
        @DefaultValue("15m") Duration within,
        @DefaultValue("12") int passwordLength,
        @DefaultValue("10") int passwordCost,
        @DefaultValue("1h") Duration typedTextKept) {}

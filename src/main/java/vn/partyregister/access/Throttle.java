package vn.partyregister.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, by user name and by address, over all nodes of the program. Each attempt is taken before the
 * password is looked at, and given back when it was right.
 */
@Component
class Throttle {
    private static final int SWEPT_AT_ONCE = 50;
    private static final int NETWORK_BYTES = 8;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> attempts;
    private final BucketConfiguration perUsername;
    private final BucketConfiguration perAddress;

    Throttle(DataSource source, SignInProperties properties) {
        attempts = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("access.attempt")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
        perUsername = limit(properties.attemptsPerUsername(), properties.within());
        perAddress = limit(properties.attemptsPerAddress(), properties.within());
    }

    /** Takes an attempt; how long to wait where none is left. */
    Optional<Duration> attempt(String username, String address) {
        return attemptFrom(address).or(() -> take(ofUsername(username)));
    }

    /** Takes an attempt of this address alone. */
    Optional<Duration> attemptFrom(String address) {
        return take(ofAddress(address));
    }

    /** It was the right one: neither the user name nor the address has failed. */
    void succeeded(String username, String address) {
        attempts.removeProxy("username " + username);
        ofAddress(address).addTokens(1);
        attempts.removeExpired(SWEPT_AT_ONCE);
    }

    private static Optional<Duration> take(BucketProxy bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private BucketProxy ofUsername(String username) {
        return attempts.builder().build("username " + username, () -> perUsername);
    }

    private BucketProxy ofAddress(String address) {
        return attempts.builder().build("address " + network(address), () -> perAddress);
    }

    /** One household holds a whole IPv6 network. */
    private static String network(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                : address;
    }

    private static BucketConfiguration limit(int attempts, Duration within) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(attempts)
                        .refillGreedy(attempts, within)
                        .build())
                .build();
    }
}

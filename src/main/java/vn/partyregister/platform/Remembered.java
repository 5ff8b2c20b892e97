package vn.partyregister.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Figures kept in memory until a counted fact changes, on this node or another.
 *
 * <p>Each result is kept with the database snapshot that was current before it was counted. It holds as long as every
 * transaction of {@code platform.counted_fact_change} is one that this snapshot saw. A transaction that has written
 * something itself counts anew and keeps nothing: it may still be rolled back. Results nobody asks for go after a while, and
 * at once where memory is needed. Their number has no bound: a bounded cache turns the newest away for those asked for often.
 */
@Component
public class Remembered {
    private static final Duration UNASKED = Duration.ofMinutes(20);

    private final JdbcClient jdbc;
    private final Cache<Object, Kept> kept =
            Caffeine.newBuilder().expireAfterAccess(UNASKED).softValues().build();

    Remembered(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was counted before, or is counted now.
     *
     * @param key everything the result depends on beside the register's facts; its first part names the figure
     */
    @SuppressWarnings("unchecked") // one key, one caller, one type
    public <T> T of(Object key, Supplier<T> counting) {
        var before = kept.getIfPresent(key);
        if (before != null && holds(before.snapshot())) {
            return (T) before.result();
        }
        var snapshot = snapshot();
        var result = counting.get();
        if (snapshot != null) {
            kept.put(key, new Kept(snapshot, result));
        }
        return result;
    }

    private boolean holds(String snapshot) {
        return jdbc.sql("""
                        select not exists (
                            select from platform.counted_fact_change
                            where transaction_id >= pg_snapshot_xmin(cast(:snapshot as pg_snapshot))
                            and not pg_visible_in_snapshot(transaction_id, cast(:snapshot as pg_snapshot)))
                        """).param("snapshot", snapshot).query(Boolean.class).single();
    }

    /** Null inside a transaction that has written. */
    private @Nullable String snapshot() {
        return jdbc.sql("""
                        select cast(pg_current_snapshot() as text) where pg_current_xact_id_if_assigned() is null
                        """).query(String.class).optional().orElse(null);
    }

    private record Kept(String snapshot, Object result) {}
}

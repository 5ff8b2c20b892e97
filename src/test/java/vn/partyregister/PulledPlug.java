package vn.partyregister;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;

/** Ends a connection in the middle of its work, as a dying process of the database, or whoever keeps the server, does. */
@NullMarked
public final class PulledPlug implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WRITES = """
            select l.pid from pg_locks l
            join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
            where l.database = (select oid from pg_database where datname = current_database())
            and l.mode = 'RowExclusiveLock' and n.nspname = ? limit 1
            """;

    private final Connection superuser;
    private final HikariDataSource pool;

    PulledPlug(Connection superuser, HikariDataSource pool) {
        this.superuser = superuser;
        this.pool = pool;
    }

    /**
     * Does some work, and ends its connection some time after it began to write into a schema.
     *
     * @return whether it was ended before it was through
     */
    public boolean during(Runnable work, String schema, Duration after) throws Exception {
        var done = new CountDownLatch(1);
        try (var worker = java.util.concurrent.Executors.newSingleThreadExecutor()) {
            var working = worker.submit(() -> {
                try {
                    work.run();
                } finally {
                    done.countDown();
                }
            });
            var ended = pull(schema, after, done);
            working.get(1, TimeUnit.MINUTES);
            pool.getHikariPoolMXBean().softEvictConnections(); // a work just done may have put the dead one back
            return ended;
        }
    }

    private boolean pull(String schema, Duration after, CountDownLatch done) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (done.getCount() > 0 && System.nanoTime() < deadline) {
            var writer = writer(schema);
            if (writer != 0) {
                LockSupport.parkNanos(after.toNanos());
                return writer == writer(schema) && end(writer);
            }
        }
        return false;
    }

    private int writer(String schema) throws SQLException {
        try (var question = superuser.prepareStatement(WRITES)) {
            question.setString(1, schema);
            try (var row = question.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private boolean end(int backend) throws SQLException {
        try (var question = superuser.prepareStatement("select pg_terminate_backend(?, ?)")) {
            question.setInt(1, backend);
            question.setLong(2, PATIENCE.toMillis());
            try (var row = question.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}

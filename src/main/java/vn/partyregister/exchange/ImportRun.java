package vn.partyregister.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.Refusal;

/**
 * The long work on an upload: reading and judging its rows, writing them in ranges. Each step is one transaction with
 * its progress, so that work that was cut off goes on where it stood.
 */
@Component
class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final Uploads uploads;
    private final Kinds kinds;
    private final Staging staging;
    private final StagedRows staged;
    private final AuditTrail audit;
    private final BusinessDay businessDay;
    private final ManyRows manyRows;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;

    ImportRun(
            Uploads uploads,
            Kinds kinds,
            Staging staging,
            StagedRows staged,
            AuditTrail audit,
            BusinessDay businessDay,
            ManyRows manyRows,
            JdbcClient jdbc,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.kinds = kinds;
        this.staging = staging;
        this.staged = staged;
        this.audit = audit;
        this.businessDay = businessDay;
        this.manyRows = manyRows;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does what the state of the upload asks for, in the name of its author. */
    void work(ImportId id, ProgressListener progress) {
        work(id, progress, true);
    }

    /** Writes what was judged just now, in one go: nobody has looked at a preview that could be out of date. */
    void workAtOnce(ImportId id, ProgressListener progress) {
        work(id, progress, false);
    }

    private void work(ImportId id, ProgressListener progress, boolean previewed) {
        var upload = uploads.get(id);
        upload.author().<Optional<Void>, RuntimeException>writing(() -> {
            switch (upload.state()) {
                case STAGING -> stage(upload, progress);
                case COMMITTING -> alone(upload.kind(), () -> commit(upload, progress, previewed));
                case UPLOADED, JUDGED, DONE, REFUSED, ABANDONED -> LOG.debug("nothing to do for {}", id);
            }
            return Optional.empty();
        });
    }

    // Reading and judging

    private void stage(Upload upload, ProgressListener progress) {
        var id = upload.id();
        try {
            transaction.executeWithoutResult(_ -> {
                manyRows.follow();
                staging.stage(upload, uploads.open(upload), kinds.get(upload.kind()), uploads.headings(id), rows -> {
                    uploads.read(id, rows);
                    progress.reached(State.STAGING, rows, 0);
                });
            });
            transaction.executeWithoutResult(_ -> {
                judge(upload);
                uploads.move(id, State.STAGING, State.JUDGED);
            });
        } catch (Refusal refused) {
            transaction.executeWithoutResult(_ -> {
                uploads.refuse(id, refused.key(), texts(refused));
                uploads.move(id, State.STAGING, State.REFUSED);
            });
        } catch (RuntimeException broken) {
            LOG.error("the file of import {} could not be read", id, broken);
            transaction.executeWithoutResult(_ -> {
                uploads.refuse(id, "exchange.stopped-reading", List.of());
                uploads.move(id, State.STAGING, State.UPLOADED);
            });
        }
    }

    private void judge(Upload upload) {
        manyRows.follow();
        var kind = kinds.get(upload.kind());
        staged.forget(upload.id());
        kind.judge(upload.id(), upload.scope(), businessDay.today());
        staged.complete(upload.id(), kind);
        if (upload.isComparison()) {
            kind.findAbsent(upload.id(), upload.scope(), businessDay.today());
        }
        uploads.toWrite(upload.id(), staged.figures(upload.id()).toWrite());
    }

    // Writing

    private void commit(Upload upload, ProgressListener progress, boolean previewed) {
        try {
            if (previewed && stale(upload)) {
                return;
            }
            for (var written = next(upload, 0);
                    written.isPresent();
                    written = next(upload, written.get().last())) {
                progress.reached(State.COMMITTING, written.get().done(), upload.rowsTotal());
            }
            transaction.executeWithoutResult(_ -> finish(upload));
        } catch (RuntimeException broken) {
            LOG.error("import {} stopped", upload.id(), broken);
            transaction.executeWithoutResult(_ -> stop(upload, broken));
            return;
        }
        learnSizes();
    }

    /** The range that failed is as it was, those before it stay written: the preview says so, and writing can go on. */
    private void stop(Upload upload, RuntimeException broken) {
        if (broken instanceof Refusal refused) {
            uploads.refuse(upload.id(), refused.key(), texts(refused));
        } else {
            var failed = range(upload.id(), 0, kinds.get(upload.kind()).rowsAtOnce());
            uploads.refuse(
                    upload.id(),
                    failed.isPresent() ? "exchange.stopped-writing" : "exchange.stopped-finishing",
                    failed.map(range -> List.of(String.valueOf(range.first()), String.valueOf(range.last())))
                            .orElse(List.of()));
        }
        uploads.move(upload.id(), State.COMMITTING, State.JUDGED);
    }

    /**
     * The register may have changed since the preview, or since the writing was cut off: what is not written yet is judged
     * anew, and where that would do something else, the new preview is shown first.
     */
    private boolean stale(Upload upload) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var before = staged.outlook(upload.id());
            var late = staged.late(upload.id());
            judge(upload);
            if (before.equals(staged.outlook(upload.id())) && late.equals(staged.late(upload.id()))) {
                return false;
            }
            uploads.refuse(upload.id(), "exchange.changed-meanwhile", List.of());
            uploads.move(upload.id(), State.COMMITTING, State.JUDGED);
            return true;
        }));
    }

    /** Writes the next range behind a row, with its progress; none when nothing is left. */
    private Optional<Written> next(Upload upload, int after) {
        var kind = kinds.get(upload.kind());
        return transaction.execute(_ -> {
            var next = range(upload.id(), after, kind.rowsAtOnce());
            return next.map(range -> {
                manyRows.follow();
                var along = kind.commit(upload.id(), range.first(), range.last());
                jdbc.sql("""
                                update exchange.staged_row set committed = true
                                where upload_id = :id and row_number between :first and :last
                                and verdict in ('NEW', 'CHANGED') and not committed
                                """)
                        .param("id", upload.id().id())
                        .param("first", range.first())
                        .param("last", range.last())
                        .update();
                return new Written(range.last(), uploads.written(upload.id(), range.count() + along));
            });
        });
    }

    private Optional<Range> range(ImportId id, int after, int most) {
        return jdbc.sql("""
                        select min(row_number) as first, max(row_number) as last, count(*) as count
                        from (select row_number from exchange.staged_row
                              where upload_id = :id and row_number > :after
                              and verdict in ('NEW', 'CHANGED') and not committed
                              order by row_number limit :most) next
                        having count(*) > 0
                        """)
                .param("id", id.id())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Range(row.getInt("first"), row.getInt("last"), row.getInt("count")))
                .optional();
    }

    private void finish(Upload upload) {
        uploads.refuse(upload.id(), null, List.of());
        uploads.move(upload.id(), State.COMMITTING, State.DONE);
        var figures = staged.figures(upload.id());
        var what = new HashMap<String, Object>();
        what.put("file", upload.fileName());
        what.put("kind", upload.kind());
        what.put("new", figures.fresh());
        what.put("changed", figures.changed());
        what.put("unchanged", figures.unchanged());
        what.put("rejected", figures.rejected());
        audit.changed(
                "exchange.imported",
                new AuditTrail.Subject("import", upload.id().id(), null),
                null,
                what);
    }

    /**
     * A file may multiply a register: until the planner knows its new size, a page of it can take seconds. What is staged of
     * it is the largest part, and no page waits for that. Nor does it know the size of what nobody has counted yet.
     */
    private void learnSizes() {
        jdbc.sql("select pg_stat_force_next_flush()").query().singleRow();
        var grown = jdbc.sql("""
                        select string_agg(format('%I.%I', schemaname, relname), ', ') from pg_stat_user_tables
                        where schemaname <> 'exchange' and not starts_with(schemaname, 'pg_temp')
                        and (n_mod_since_analyze > 0 or coalesce(last_analyze, last_autoanalyze) is null)
                        """)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
        grown.ifPresent(tables -> jdbc.sql("vacuum (analyze) " + tables).update());
    }

    /** What was read of an upload goes; the upload itself stays as a trace. */
    void forget(ImportId id) {
        staging.clear(id);
    }

    /** Only one file of a kind is written at a time; the lock falls with its connection, whatever happens. */
    private void alone(String kind, Runnable work) {
        try (var connection = dataSource.getConnection()) {
            lock(connection, "pg_advisory_lock", kind);
            try {
                work.run();
            } finally {
                lock(connection, "pg_advisory_unlock", kind);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void lock(Connection connection, String function, String kind) throws SQLException {
        try (var statement = connection.prepareStatement("select " + function + "(hashtext('exchange.' || ?))")) {
            statement.setString(1, kind);
            statement.execute();
        }
    }

    static List<String> texts(Refusal refusal) {
        return refusal.arguments().stream().map(String::valueOf).toList();
    }

    private record Range(int first, int last, int count) {}

    /** @param done rows of the file that are written up to then, with those that a range took along from behind it */
    private record Written(int last, int done) {}
}

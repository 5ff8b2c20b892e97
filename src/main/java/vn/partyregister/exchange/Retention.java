package vn.partyregister.exchange;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;

/**
 * Files and rows of imports hold what people sent, citizen numbers among it: some days after an import is over they are
 * deleted. Its figures stay, and how many rows had which problem.
 */
@Component
class Retention {
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    private final ImportProperties properties;
    private final Staging staging;
    private final StagedRows staged;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Retention(
            ImportProperties properties,
            Staging staging,
            StagedRows staged,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.properties = properties;
        this.staging = staging;
        this.staged = staged;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Clears what was over so many days before this day of the calendar, or earlier; how many imports that were. */
    @Transactional
    public int clear(LocalDate today) {
        var over = jdbc.sql("""
                        select id from exchange.upload
                        where cleared_at is null
                          and cast(finished_at at time zone :zone as date) <= :last
                        order by finished_at for update
                        """)
                .param("zone", BusinessDay.ZONE.getId())
                .param("last", today.minusDays(properties.daysKept()))
                .query((row, _) -> new ImportId(row.getObject("id", UUID.class)))
                .list();
        over.forEach(this::clear);
        return over.size();
    }

    private void clear(ImportId id) {
        keepFigures(id);
        keepReasons(id);
        staging.clear(id);
        jdbc.sql("update exchange.upload set file_sealed = null, cleared_at = now() where id = :id")
                .param("id", id.id())
                .update();
        audit.changed(
                "exchange.cleared",
                new AuditTrail.Subject("import", id.id(), null),
                Map.of("days", properties.daysKept()),
                null);
    }

    private void keepFigures(ImportId id) {
        var figures = staged.figures(id);
        jdbc.sql("""
                        insert into exchange.kept_figures
                            (upload_id, rows, fresh, changed, unchanged, rejected, repaired, warned, absent, incomplete)
                        values (:id, :rows, :fresh, :changed, :unchanged, :rejected, :repaired, :warned, :absent, :incomplete)
                        """)
                .param("id", id.id())
                .param("rows", figures.rows())
                .param("fresh", figures.fresh())
                .param("changed", figures.changed())
                .param("unchanged", figures.unchanged())
                .param("rejected", figures.rejected())
                .param("repaired", figures.repaired())
                .param("warned", figures.warned())
                .param("absent", figures.absent())
                .param("incomplete", figures.incomplete())
                .update();
    }

    private void keepReasons(ImportId id) {
        jdbc.sql("""
                        insert into exchange.kept_reason (upload_id, weight, column_key, reason, rows, first_row, arguments)
                        select distinct on (weight, column_key, reason) upload_id, weight, column_key, reason,
                            count(*) over (partition by weight, column_key, reason), row_number, arguments
                        from exchange.problem where upload_id = :id
                        order by weight, column_key, reason, row_number
                        """).param("id", id.id()).update();
    }

    /** The figures of an import whose rows are deleted. */
    Figures figures(ImportId id) {
        return jdbc.sql("select * from exchange.kept_figures where upload_id = :id")
                .param("id", id.id())
                .query(new RecordRows<>(Figures.class))
                .single();
    }

    /** The problems that its rejected rows had, the most frequent first. */
    List<KeptReason> reasons(Upload upload, RowKind kind, ColumnLabels labels) {
        return jdbc.sql("""
                        select column_key, reason, arguments, rows, first_row from exchange.kept_reason
                        where upload_id = :id and weight = 'REJECTS' order by rows desc, reason, column_key
                        """)
                .param("id", upload.id().id())
                .query((row, _) -> new KeptReason(
                        Staging.column(kind, row.getString("column_key"))
                                .map(labels::label)
                                .orElse(""),
                        row.getString("reason"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getInt("rows"),
                        row.getInt("first_row")))
                .list();
    }

    /** The task as the scheduler knows it: each night, or at the next start. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        Task<Void> retentionTask(Retention retention) {
            return Tasks.recurring("imports-retention", Schedules.daily(BusinessDay.ZONE, AT_NIGHT))
                    .execute((_, _) -> retention.clear(LocalDate.now(retention.clock.withZone(BusinessDay.ZONE))));
        }
    }
}

package vn.partyregister.dossier;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.BusinessDay;

/** Scans that nobody stored or let go are deleted some days after they were sent. */
@Component
class BatchRetention {
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 45);

    private final PaperProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    BatchRetention(PaperProperties properties, JdbcClient jdbc, Clock clock) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Deletes what was sent so many days before this day of the calendar, or earlier; how many batches that were. */
    @Transactional
    public int clear(LocalDate today) {
        return jdbc.sql("delete from dossier.batch where cast(uploaded_at at time zone :zone as date) <= :last")
                .param("zone", BusinessDay.ZONE.getId())
                .param("last", today.minusDays(properties.daysWaiting()))
                .update();
    }

    /** The task as the scheduler knows it: each night, or at the next start. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        Task<Void> batchRetentionTask(BatchRetention retention) {
            return Tasks.recurring("scans-retention", Schedules.daily(BusinessDay.ZONE, AT_NIGHT))
                    .execute((_, _) -> retention.clear(LocalDate.now(retention.clock.withZone(BusinessDay.ZONE))));
        }
    }
}

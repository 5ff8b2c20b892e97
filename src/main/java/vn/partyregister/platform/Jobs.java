package vn.partyregister.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Long work, as jobs kept in PostgreSQL: any node of the program takes them up, and one that was cut off is taken up
 * again a few seconds later. A job is planned in the transaction of what asks for it; one that recurs plans itself.
 */
@Configuration(proxyBeanMethods = false)
class Jobs {
    private static final int AT_ONCE = 2;
    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks) {
        var recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(task -> (RecurringTask<?>) task)
                .toList();
        var asked = tasks.stream().filter(task -> !recurring.contains(task)).toList();
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), asked)
                .startTasks(recurring)
                .tableName("platform.scheduled_task")
                .threads(AT_ONCE)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .shutdownMaxWait(PATIENCE_AT_THE_END)
                .build();
    }

    @Bean
    Start jobsStart(Scheduler scheduler) {
        return new Start(scheduler);
    }

    /** Jobs run once the program is ready to answer. */
    record Start(Scheduler scheduler) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            scheduler.start();
        }
    }
}

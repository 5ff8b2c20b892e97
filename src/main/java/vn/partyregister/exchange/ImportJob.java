package vn.partyregister.exchange;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.partyregister.platform.Uuids;

/** Hands the long work on an upload to a job; one that was cut off is taken up again. */
@Component
class ImportJob {
    private static final TaskDescriptor<Void> WORK = TaskDescriptor.of("import");
    private static final String SEPARATOR = ":";

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ImportJob(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Plans the work in the transaction that asks for it, and has it begin right after. */
    void plan(ImportId id) {
        var instance = WORK.instance(id + SEPARATOR + Uuids.next()).build();
        scheduler.getObject().schedule(instance, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }

    /** The task as the scheduler knows it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        Task<Void> importTask(ImportRun run) {
            return Tasks.oneTime(WORK)
                    .onDeadExecutionRevive()
                    .onFailureRetryLater()
                    .execute((instance, _) ->
                            run.work(ImportId.of(instance.getId().split(SEPARATOR)[0]), ProgressListener.SILENT));
        }
    }
}

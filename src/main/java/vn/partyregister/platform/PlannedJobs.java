package vn.partyregister.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hands long work on one thing to a job; work that was cut off is taken up again. */
@Component
public class PlannedJobs {
    private static final String SEPARATOR = ":";

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    PlannedJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * A task as the scheduler knows it: a module makes a bean of it.
     *
     * @param work what is done for the id it was planned with
     */
    public static Task<Void> task(String name, Consumer<UUID> work) {
        return Tasks.oneTime(TaskDescriptor.of(name))
                .onDeadExecutionRevive()
                .onFailureRetryLater()
                .execute((instance, _) ->
                        work.accept(UUID.fromString(instance.getId().split(SEPARATOR)[0])));
    }

    /** Plans the work in the transaction that asks for it, and has it begin right after. */
    public void plan(String task, UUID id) {
        var instance =
                TaskDescriptor.of(task).instance(id + SEPARATOR + Uuids.next()).build();
        scheduler.getObject().schedule(instance, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}

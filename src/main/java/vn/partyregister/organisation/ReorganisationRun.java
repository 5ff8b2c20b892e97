package vn.partyregister.organisation;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Contention;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.PlannedJobs;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/**
 * The job of a reorganisation, in the name of who asked for it: one transaction, whole or not at all. A job that was cut
 * off finds everything as it was, and begins again.
 */
@Component
class ReorganisationRun {
    static final String TASK = "reorganisation";

    private static final Logger LOG = LoggerFactory.getLogger(ReorganisationRun.class);

    private final ReorganisationStore store;
    private final Enactment enactment;
    private final BusinessDay businessDay;
    private final ManyRows manyRows;
    private final TransactionTemplate transaction;

    ReorganisationRun(
            ReorganisationStore store,
            Enactment enactment,
            BusinessDay businessDay,
            ManyRows manyRows,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.enactment = enactment;
        this.businessDay = businessDay;
        this.manyRows = manyRows;
        this.transaction = new TransactionTemplate(transactions);
    }

    void work(ReorganisationId id) {
        var reorganisation = store.get(id, Scope.EVERYTHING, businessDay.today());
        switch (reorganisation.state()) {
            case APPLYING -> whole(reorganisation, enactment::enact);
            case REVERSING -> whole(reorganisation, one -> enactment.takeBack(one, String.valueOf(one.reversedWhy())));
            case DRAFT, APPLIED, REVERSED, ABANDONED -> LOG.debug("nothing to do for {}", id);
        }
    }

    private void whole(Reorganisation reorganisation, Consumer<Reorganisation> work) {
        store.author(reorganisation).<Optional<Void>, RuntimeException>writing(() -> {
            try {
                Contention.withstood(() -> transaction.execute(_ -> {
                    manyRows.follow();
                    work.accept(reorganisation);
                    return Optional.<Void>empty();
                }));
            } catch (Refusal refused) {
                transaction.executeWithoutResult(_ -> store.stop(reorganisation, refused));
            } catch (RuntimeException broken) {
                LOG.error("reorganisation {} stopped", reorganisation.id(), broken);
                transaction.executeWithoutResult(
                        _ -> store.stop(reorganisation, new RuleBroken("organisation.plan.stopped")));
            }
            return Optional.empty();
        });
    }

    /** The task as the scheduler knows it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        Task<Void> reorganisationTask(ReorganisationRun run) {
            return PlannedJobs.task(TASK, id -> run.work(new ReorganisationId(id)));
        }
    }
}

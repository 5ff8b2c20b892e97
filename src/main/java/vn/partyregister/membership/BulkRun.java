package vn.partyregister.membership;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.Contention;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.PlannedJobs;
import vn.partyregister.platform.Refusal;

/**
 * The writing of a work, in its clerk's name: a whole in one transaction, anything else in parts, each with its
 * progress, so that work that was cut off goes on where it stood.
 */
@Component
class BulkRun {
    static final String TASK = "bulk";

    private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);
    private static final int AT_ONCE = 1_000;

    private final BulkStore works;
    private final BulkPeople people;
    private final BulkDesk desk;
    private final AuditTrail audit;
    private final ManyRows manyRows;
    private final TransactionTemplate transaction;

    BulkRun(
            BulkStore works,
            BulkPeople people,
            BulkDesk desk,
            AuditTrail audit,
            ManyRows manyRows,
            PlatformTransactionManager transactions) {
        this.works = works;
        this.people = people;
        this.desk = desk;
        this.audit = audit;
        this.manyRows = manyRows;
        this.transaction = new TransactionTemplate(transactions);
    }

    void work(BulkWorkId id) {
        var work = works.get(id);
        if (work.state() != BulkState.WRITING) {
            LOG.debug("nothing to do for {}", id);
            return;
        }
        work.author().<Optional<Void>, RuntimeException>writing(() -> {
            write(work);
            return Optional.empty();
        });
    }

    private void write(BulkWork work) {
        try {
            if (desk.isWhole(work)) {
                inOne(() -> whole(work));
            } else {
                inParts(work);
            }
        } catch (RuntimeException broken) {
            transaction.executeWithoutResult(_ -> stop(work, why(work, broken)));
        }
    }

    private void inOne(Runnable all) {
        Contention.<@Nullable Object>withstood(() -> {
            transaction.executeWithoutResult(_ -> all.run());
            return null;
        });
    }

    /** A refusal is said as it is; whatever else broke off is for the log. */
    private BulkReason why(BulkWork work, RuntimeException broken) {
        if (broken instanceof Refusal refused) {
            return BulkReason.of(refused);
        }
        LOG.error("work {} on many stopped", work.id(), broken);
        return BulkReason.stopped(desk.isWhole(work));
    }

    /** The preview says so, and writing can be asked for again: for nobody of a whole, for those before the part that failed. */
    private void stop(BulkWork work, BulkReason why) {
        works.stop(work, why);
        works.setWritten(work.id(), people.count(work.id(), BulkVerdict.WRITTEN));
    }

    private void whole(BulkWork work) {
        manyRows.follow();
        var written = 0;
        for (var next = people.toWrite(work.id(), AT_ONCE);
                !next.isEmpty();
                next = people.toWrite(work.id(), AT_ONCE)) {
            written += desk.write(work, next);
            works.tellWritten(work.id(), written);
        }
        finish(work, written);
    }

    private void inParts(BulkWork work) {
        while (Boolean.TRUE.equals(Contention.withstood(() -> transaction.execute(_ -> part(work))))) {
            LOG.debug("a part of work {} is written", work.id());
        }
        transaction.executeWithoutResult(_ -> finish(work, people.count(work.id(), BulkVerdict.WRITTEN)));
    }

    private boolean part(BulkWork work) {
        manyRows.follow();
        var next = people.toWrite(work.id(), AT_ONCE);
        if (!next.isEmpty()) {
            desk.write(work, next);
            works.setWritten(work.id(), people.count(work.id(), BulkVerdict.WRITTEN));
        }
        return !next.isEmpty();
    }

    private void finish(BulkWork work, int written) {
        works.setWritten(work.id(), written);
        works.move(work, BulkState.DONE);
        audit.changed(
                work.isUndoing() ? "member.bulk-undone" : "member.bulk-written",
                new Subject("bulk-work", work.id().id(), null),
                null,
                Map.of(
                        "act", work.act(),
                        "written", written,
                        "leftOut", people.count(work.id(), BulkVerdict.LEFT_OUT)));
    }

    /** The task as the scheduler knows it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        Task<Void> bulkTask(BulkRun run) {
            return PlannedJobs.task(TASK, id -> run.work(new BulkWorkId(id)));
        }
    }
}

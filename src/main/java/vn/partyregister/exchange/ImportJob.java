package vn.partyregister.exchange;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.PlannedJobs;

/** Hands the long work on an upload to a job; one that was cut off is taken up again. */
@Component
class ImportJob {
    private static final String WORK = "import";

    private final PlannedJobs jobs;

    ImportJob(PlannedJobs jobs) {
        this.jobs = jobs;
    }

    void plan(ImportId id) {
        jobs.plan(WORK, id.id());
    }

    /** The task as the scheduler knows it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        Task<Void> importTask(ImportRun run) {
            return PlannedJobs.task(WORK, id -> run.work(new ImportId(id), ProgressListener.SILENT));
        }
    }
}

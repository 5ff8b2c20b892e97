package vn.partyregister.inbox;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.partyregister.platform.BusinessDay;

/** Sends the digest before the offices open; the later times are for who could not be reached. */
@Configuration(proxyBeanMethods = false)
class DigestJob {
    private static final LocalTime EARLY = LocalTime.of(6, 30);
    private static final LocalTime AGAIN = LocalTime.of(8, 0);
    private static final LocalTime ONCE_MORE = LocalTime.of(10, 0);

    @Bean
    Task<Void> inboxDigestTask(Digests digests) {
        return Tasks.recurring("inbox-digest", Schedules.daily(BusinessDay.ZONE, EARLY, AGAIN, ONCE_MORE))
                .execute((_, _) -> digests.send());
    }
}

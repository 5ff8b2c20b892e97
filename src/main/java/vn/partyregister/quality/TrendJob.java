package vn.partyregister.quality;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.partyregister.platform.BusinessDay;

/** Keeps the figures of every business day, in its first hour. */
@Configuration(proxyBeanMethods = false)
class TrendJob {
    private static final LocalTime EARLY = LocalTime.of(0, 30);

    @Bean
    Task<Void> qualityOfTheDayTask(Trend trend, BusinessDay businessDay) {
        return Tasks.recurring("quality-of-the-day", Schedules.daily(BusinessDay.ZONE, EARLY))
                .execute((_, _) -> trend.keep(businessDay.today()));
    }
}

package vn.partyregister.reference;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Has each node ask every second whether another one has changed the rulebook or the calendar, so that no page has to. */
@Component
class RulebookWatch implements DisposableBean {
    private final List<Kept<?>> kept;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rulebook-watch").daemon().factory());

    RulebookWatch(Rulebook rulebook, WorkingDays workingDays) {
        this.kept = List.of(rulebook.kept(), workingDays.kept());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        clock.scheduleWithFixedDelay(this::ask, 1, 1, TimeUnit.SECONDS);
    }

    /** A database that does not answer leaves what is kept in doubt: it is read anew. */
    private void ask() {
        try {
            kept.forEach(Kept::askAgain);
        } catch (DataAccessException _) {
            kept.forEach(Kept::forget);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}

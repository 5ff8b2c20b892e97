package vn.partyregister.reference;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Has each node ask every second whether another one has changed the rulebook, so that no page has to. */
@Component
class RulebookWatch implements DisposableBean {
    private final Rulebook rulebook;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rulebook-watch").daemon().factory());

    RulebookWatch(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        clock.scheduleWithFixedDelay(this::ask, 1, 1, TimeUnit.SECONDS);
    }

    /** A database that does not answer leaves the kept book in doubt: it is read anew. */
    private void ask() {
        try {
            rulebook.askAgain();
        } catch (DataAccessException _) {
            rulebook.forget();
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}

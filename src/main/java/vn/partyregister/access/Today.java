package vn.partyregister.access;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.BusinessDay;

/**
 * The calendar day of accounts and grants. They live in real time, in a sample register too, whose business day stands
 * still.
 */
@Component
public class Today {
    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    public LocalDate day() {
        return LocalDate.now(clock.withZone(BusinessDay.ZONE));
    }
}

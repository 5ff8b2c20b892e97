package vn.partyregister.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one "today" of the register: rules, deadlines, ages and the default as-at day ask it. A real installation lives
 * in the calendar of Việt Nam; a sample register stands still on its own day. When something was recorded is another
 * question, and the real clock answers that one.
 */
@Component
public class BusinessDay {
    /** Where the calendar day is taken. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock clock;
    private final @Nullable LocalDate fixed;

    BusinessDay(Clock clock, RegisterProperties properties) {
        this.clock = clock;
        this.fixed = properties.fixedBusinessDay();
    }

    /** The business day. */
    public LocalDate today() {
        return fixed != null ? fixed : LocalDate.now(clock.withZone(ZONE));
    }

    /** Whether the day stands still: a sample register says so in its page header. */
    public boolean standsStill() {
        return fixed != null;
    }
}

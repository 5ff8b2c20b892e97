package vn.partyregister.paperfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.RuleSource;

/**
 * When an organisation must count next.
 *
 * @param last the day of its last closed count; null where there was none, and the count is due now
 * @param due the last day for the next one
 */
public record CountsDue(
        String organisation, @Nullable LocalDate last, LocalDate due, boolean late, RuleSource source) {}

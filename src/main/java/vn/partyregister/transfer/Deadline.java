package vn.partyregister.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;

/**
 * The last day on which something is in time, by a rule. Who is late explains it, and the committee considers it.
 *
 * @param lastDay null where no rule names one, or it lies behind the holidays that are known
 */
record Deadline(@Nullable LocalDate lastDay, @Nullable RuleSource source) {
    static final Deadline NONE = new Deadline(null, null);

    void requireInTime(LocalDate day, @Nullable String lateWhy, String otherwise) {
        if (lastDay != null && source != null && day.isAfter(lastDay) && lateWhy == null) {
            throw new RuleBroken(source, otherwise, Dates.write(lastDay));
        }
    }
}

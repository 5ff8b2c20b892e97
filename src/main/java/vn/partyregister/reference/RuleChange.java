package vn.partyregister.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value that a rule is to have from a day on, beside the one it would have without it.
 *
 * @param group whom it binds: {@code ALL}, or a group that the rule names
 * @param ends the first day on which another value is already known to hold; null where none is
 * @param before the value of that day so far; null where the book is silent then
 */
public record RuleChange(
        String key,
        String group,
        LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable String before,
        @Nullable String unitBefore,
        String value,
        String unit) {
    /** Whether it is for days that are over: what was judged on them was judged by the value before. */
    public boolean isRetroactive(LocalDate today) {
        return starts.isBefore(today);
    }
}

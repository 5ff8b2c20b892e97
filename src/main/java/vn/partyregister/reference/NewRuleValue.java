package vn.partyregister.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value as the board asks for it: of which rule and group, from when, what, by which clause of what, how sure, and why. */
public record NewRuleValue(
        String key,
        String group,
        @Nullable LocalDate starts,
        String value,
        String unit,
        WrittenSource source,
        String reason) {}

package vn.partyregister.committee;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What should not be, and is entered all the same.
 *
 * @param holding the entry it speaks of; null for the whole body
 * @param source null for what the register itself finds odd
 */
public record Warning(
        String key,
        List<Object> arguments,
        @Nullable HoldingId holding,
        @Nullable Source source) {
    public Warning {
        arguments = List.copyOf(arguments);
    }
}

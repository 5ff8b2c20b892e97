package vn.partyregister.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.RuleSource;

/**
 * One thing that an admission is judged by.
 *
 * @param key the end of the message keys that say what it asks, and why a step is refused
 * @param gate the stage that is refused while it is not met; null where it is only told
 * @param arguments what the messages speak of
 */
public record Criterion(
        String key,
        State state,
        @Nullable Stage gate,
        @Nullable RuleSource source,
        List<Object> arguments) {
    public Criterion {
        arguments = List.copyOf(arguments);
    }

    static Criterion of(
            String key, State state, @Nullable Stage gate, @Nullable RuleSource source, Object... arguments) {
        return new Criterion(key, state, gate, source, List.of(arguments));
    }

    /** Whether it is met. */
    public enum State {
        MET,
        NOT_MET,
        UNKNOWN
    }
}

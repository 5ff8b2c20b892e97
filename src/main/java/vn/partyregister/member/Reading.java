package vn.partyregister.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed, read: its canonical text, or what is wrong with it as a message key with arguments. */
public record Reading(@Nullable String value, @Nullable String wrong, List<Object> arguments) {
    public Reading {
        arguments = List.copyOf(arguments);
    }

    static Reading of(String value) {
        return new Reading(value, null, List.of());
    }

    static Reading wrong(String key, Object... arguments) {
        return new Reading(null, key, List.of(arguments));
    }
}

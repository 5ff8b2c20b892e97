package vn.partyregister.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register will not do, said as a message key and its arguments, never as a sentence: the page that shows it
 * finds the words in the reader's language.
 */
public abstract sealed class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    private Refusal(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The message key that says what is wrong and what to do next. */
    public final String key() {
        return key;
    }

    /** The values the message speaks of, in the order of its placeholders. */
    public final List<Object> arguments() {
        return arguments;
    }

    /** The rule that says so, where a rule does. */
    public @Nullable RuleSource source() {
        return null;
    }

    /** Nothing of that id within what the reader may see (404). */
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotFound(String key, Object... arguments) {
            super(key, arguments);
        }
    }

    /** The reader's roles do not cover this function (403). */
    public static final class NotPermitted extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotPermitted(String key, Object... arguments) {
            super(key, arguments);
        }
    }

    /** A rule of the Party, or of the register itself, forbids it (409). */
    public static final class RuleBroken extends Refusal {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable RuleSource source;

        /** A rule of the register itself: it has no directive behind it. */
        public RuleBroken(String key, Object... arguments) {
            super(key, arguments);
            this.source = null;
        }

        /** A rule with its directive. */
        public RuleBroken(RuleSource source, String key, Object... arguments) {
            super(key, arguments);
            this.source = source;
        }

        @Override
        public @Nullable RuleSource source() {
            return source;
        }
    }

    /** What was sent cannot be read or taken (422): a broken file, a value of no known form. */
    public static final class NotReadable extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotReadable(String key, Object... arguments) {
            super(key, arguments);
        }
    }
}

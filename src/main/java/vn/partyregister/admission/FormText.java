package vn.partyregister.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.partyregister.admission.WrittenForm.Part;

/** The text of a line with its blanks filled in. */
final class FormText {
    private static final Pattern BLANK = Pattern.compile("\\{([a-z0-9:-]+)}");

    /** Dates and numbers, {@code 01/10/2020} and {@code 9-NQ/CB}: the engine would break them after the slash. */
    private static final Pattern WHOLE = Pattern.compile("\\S*/\\S*");

    /** A place to be filled in by hand. */
    private static final String OPEN = "…".repeat(10);

    /** The name of whom the form is about stands out. */
    private static final String NAME = "name";

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder running = new StringBuilder();

    private FormText() {}

    /** Piece by piece; a blank that nobody can fill in is left open. */
    static List<Part> fill(String text, Function<String, Optional<String>> value) {
        var filled = new FormText();
        var blanks = BLANK.matcher(text);
        int from = 0;
        while (blanks.find()) {
            filled.running.append(text, from, blanks.start());
            filled.add(blanks.group(1), value.apply(blanks.group(1)).orElse(null));
            from = blanks.end();
        }
        filled.running.append(text, from, text.length());
        filled.endOfText();
        return filled.parts;
    }

    /** Whether a line has a place to be filled in by hand. */
    static boolean isOpen(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.text().contains(OPEN));
    }

    private void add(String blank, @Nullable String value) {
        if (value != null && blank.equals(NAME)) {
            endOfText();
            parts.add(new Part(value, true, false));
        } else {
            running.append(value == null ? OPEN : value);
        }
    }

    private void endOfText() {
        var text = running.toString();
        running.setLength(0);
        var wholes = WHOLE.matcher(text);
        int from = 0;
        while (wholes.find()) {
            add(text.substring(from, wholes.start()), false);
            add(wholes.group(), true);
            from = wholes.end();
        }
        add(text.substring(from), false);
    }

    private void add(String text, boolean whole) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, false, whole));
        }
    }
}

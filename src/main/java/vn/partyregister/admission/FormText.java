package vn.partyregister.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.partyregister.admission.WrittenForm.Part;

/** The text of a line with its blanks filled in. */
final class FormText {
    private static final Pattern BLANK = Pattern.compile("\\{([a-z0-9:-]+)}");

    /** The name of whom the form is about stands out. */
    private static final String NAME = "name";

    private FormText() {}

    /** Piece by piece; a blank that nobody can fill in is left open. */
    static List<Part> fill(String text, Function<String, Optional<String>> value) {
        var parts = new ArrayList<Part>();
        var blanks = BLANK.matcher(text);
        int from = 0;
        while (blanks.find()) {
            add(parts, text.substring(from, blanks.start()));
            parts.add(new Part(
                    value.apply(blanks.group(1)).orElse(null), blanks.group(1).equals(NAME)));
            from = blanks.end();
        }
        add(parts, text.substring(from));
        return parts;
    }

    private static void add(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, false));
        }
    }
}

package vn.partyregister.platform;

import java.util.regex.Pattern;

/**
 * Keeps text from running as a formula where a spreadsheet opens it: an apostrophe goes in front, and the import takes
 * it away again. Text that has apostrophes there already gets one more, so that every text comes back as it was.
 */
public final class FormulaGuard {
    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private FormulaGuard() {}

    /** The text as it may stand in a file. */
    public static String guard(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** What {@link #guard} was given. */
    public static String unguard(String text) {
        return text.startsWith("'") && DANGEROUS.matcher(text).matches() ? text.substring(1) : text;
    }
}

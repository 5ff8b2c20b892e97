package vn.partyregister.platform;

/**
 * Keeps text from running as a formula where a spreadsheet opens it: an apostrophe goes in front, and the import takes
 * it away again. Text that has apostrophes there already gets one more, so that every text comes back as it was.
 */
public final class FormulaGuard {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private FormulaGuard() {}

    /** The text as it may stand in a file. */
    public static String guard(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** What {@link #guard} was given. */
    public static String unguard(String text) {
        return text.startsWith("'") && isDangerous(text) ? text.substring(1) : text;
    }

    /** Whether a formula could begin behind the apostrophes, if there are any. */
    private static boolean isDangerous(String text) {
        var at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && BEGINS_A_FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}

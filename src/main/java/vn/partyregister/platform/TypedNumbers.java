package vn.partyregister.platform;

import java.util.regex.Pattern;

/**
 * Numbers as people type them into a search box. What is long enough to be a number of identity is not written down
 * where it would lie open: it may be the citizen number that the register keeps sealed.
 */
public final class TypedNumbers {
    /** Nine digits had the old number of identity; the citizen number has twelve. */
    private static final Pattern LONG = Pattern.compile("\\d(?:[^A-Za-z0-9]*+\\d){8,}+");

    private static final Pattern ALL_BUT_THE_LAST_THREE = Pattern.compile("\\d(?=(?:\\D*+\\d){3})");

    private TypedNumbers() {}

    /** Whether a number of identity may stand in it, with whatever between its digits. */
    public static boolean mayIdentify(String typed) {
        return LONG.matcher(typed).find();
    }

    /** The same text with the last three digits alone of each number that may identify somebody. */
    public static String masked(String typed) {
        return LONG.matcher(typed)
                .replaceAll(
                        number -> ALL_BUT_THE_LAST_THREE.matcher(number.group()).replaceAll("•"));
    }
}

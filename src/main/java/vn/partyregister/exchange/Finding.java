package vn.partyregister.exchange;

import java.util.List;

/**
 * What is to be said of a cell.
 *
 * @param reason a message key
 */
record Finding(Weight weight, String reason, List<String> arguments) {
    Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding rejects(String reason, Object... arguments) {
        return new Finding(Weight.REJECTS, reason, texts(arguments));
    }

    static Finding repaired(String reason, Object... arguments) {
        return new Finding(Weight.REPAIRED, reason, texts(arguments));
    }

    private static List<String> texts(Object... arguments) {
        return java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }
}

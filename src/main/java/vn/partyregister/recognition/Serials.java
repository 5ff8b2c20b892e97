package vn.partyregister.recognition;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serials that follow on one another.
 *
 * @param series what stands before the last figures; empty where there are none
 * @param digits how many figures each is written with
 */
public record Serials(String series, long first, long last, int digits) {
    private static final Pattern SERIAL = Pattern.compile("((?:.{0,15}\\D)?)(\\d{1,12})");

    /** From one serial to another as they stand on the things; empty where the two do not belong together. */
    public static Optional<Serials> of(String from, String to) {
        var begin = SERIAL.matcher(from.strip());
        var end = SERIAL.matcher(to.strip());
        if (!begin.matches() || !end.matches() || !begin.group(1).equals(end.group(1))) {
            return Optional.empty();
        }
        var first = Long.parseLong(begin.group(2));
        var last = Long.parseLong(end.group(2));
        return first > last || begin.group(2).length() != end.group(2).length()
                ? Optional.empty()
                : Optional.of(
                        new Serials(begin.group(1), first, last, begin.group(2).length()));
    }

    @Override
    public String toString() {
        var form = "%s%0" + digits + "d–%s%0" + digits + "d";
        return form.formatted(series, first, series, last);
    }
}

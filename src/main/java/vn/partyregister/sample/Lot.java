package vn.partyregister.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Values with weights, of which one is drawn. */
final class Lot {
    private static final String NOTHING = "-";

    private final List<String> values = new ArrayList<>();
    private final int[] upTo;

    private Lot(String written) {
        var parts = written.split(",");
        upTo = new int[parts.length];
        var sum = 0;
        for (var at = 0; at < parts.length; at++) {
            var star = parts[at].lastIndexOf('*');
            var value = parts[at].substring(0, star);
            values.add(value.equals(NOTHING) ? "" : value);
            sum += Integer.parseInt(parts[at].substring(star + 1));
            upTo[at] = sum;
        }
    }

    /** Reads {@code VALUE*weight,VALUE*weight}; the value - is nothing. */
    static Lot of(String written) {
        return new Lot(written);
    }

    /** One of the values; empty for nothing. */
    String draw(SplittableRandom chance) {
        var drawn = chance.nextInt(upTo[upTo.length - 1]);
        var at = 0;
        while (upTo[at] <= drawn) {
            at++;
        }
        return values.get(at);
    }
}

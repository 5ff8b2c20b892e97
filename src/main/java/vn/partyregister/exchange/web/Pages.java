package vn.partyregister.exchange.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.partyregister.exchange.Purpose;
import vn.partyregister.exchange.RowFilter;
import vn.partyregister.platform.VietnameseText;

/** What addresses and fields of the import pages mean; the default where they cannot be read. */
final class Pages {
    private static final int LONGEST_NAME = 200;
    private static final int LAST_PAGE = 1_000_000;

    private Pages() {}

    static int number(String written) {
        return position(written).filter(page -> page > 0 && page <= LAST_PAGE).orElse(1);
    }

    static Optional<Integer> position(String written) {
        try {
            return Optional.of(Integer.parseInt(written.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static Purpose purpose(String written) {
        return Purpose.COMPARE.name().equals(written) ? Purpose.COMPARE : Purpose.LOAD;
    }

    static RowFilter filter(String written) {
        var wanted = written.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(RowFilter.values())
                .filter(filter -> filter.name().equals(wanted))
                .findFirst()
                .orElse(RowFilter.ALL);
    }

    /** The name of a file without the folders that some browsers send, and without what no name may hold. */
    static String fileName(String sent) {
        var plain = VietnameseText.tidy(sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", " "));
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}

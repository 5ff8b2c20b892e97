package vn.partyregister.exchange.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.partyregister.exchange.Purpose;
import vn.partyregister.exchange.RowChoice;
import vn.partyregister.exchange.RowFilter;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.VietnameseText;

/** What addresses and fields of the import pages mean; the default where they cannot be read. */
final class Pages {
    private static final int LONGEST_NAME = 200;
    private static final int LAST_PAGE = 1_000_000;

    private static final Pattern LATE = Pattern.compile("[-0-9a-f]{36}(/\\d{4}-\\d{2}-\\d{2}){2}");

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

    /** The rows of one closed period only where the address names one. */
    static RowChoice choice(String filter, String late) {
        return new RowChoice(
                filter(filter).orElse(RowFilter.ALL), LATE.matcher(late).matches() ? late : "");
    }

    /** The same for a file, of which no more rows are made than are asked for. */
    static RowChoice requireChoice(String filter, String late) {
        if (filter(filter).isEmpty() || !late.isEmpty() && !LATE.matcher(late).matches()) {
            throw new Refusal.NotReadable(Parameters.UNREADABLE_EXPORT, late.isEmpty() ? filter : late);
        }
        return choice(filter, late);
    }

    private static Optional<RowFilter> filter(String written) {
        var wanted = written.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(RowFilter.values())
                .filter(filter -> filter.name().equals(wanted))
                .findFirst();
    }

    /** The name of a file without the folders that some browsers send, and without what no name may hold. */
    static String fileName(String sent) {
        var plain = VietnameseText.tidy(sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", " "));
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}

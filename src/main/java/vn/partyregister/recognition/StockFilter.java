package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which lines of the stock ledger are meant. A part that is null leaves it as it is.
 *
 * @param organisation whose own stock, without that of those below
 * @param kind a code of {@code stock-kind}
 * @param from the first day of the period
 * @param to the last day
 */
public record StockFilter(
        @Nullable UUID organisation,
        @Nullable String kind,
        @Nullable What what,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** @param kinds the codes there are */
    public static StockFilter read(Parameters given, List<String> kinds) {
        var from = given.day("from");
        var to = given.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            given.leaveOut("to");
            to = null;
        }
        return new StockFilter(
                given.id("organisation"), given.oneOf("kind", kinds), given.oneOf("what", What.class), from, to);
    }

    /** What the balance shows where no period is named: this year, until today. */
    public StockFilter inPeriod(LocalDate today) {
        var last = to == null ? today : to;
        return new StockFilter(organisation, kind, what, from == null ? last.withDayOfYear(1) : from, last);
    }

    /** The lines behind a figure of the balance; of all organisations or all that happened where null. */
    public StockFilter figure(@Nullable UUID of, String ofKind, @Nullable What happened) {
        return new StockFilter(of, ofKind, happened, from, to);
    }

    /** The lines behind what there was when the period began. */
    public StockFilter opening(@Nullable UUID of, String ofKind) {
        return new StockFilter(of, ofKind, null, null, from == null ? null : from.minusDays(1));
    }

    /** The lines behind what there was when it ended. */
    public StockFilter closing(@Nullable UUID of, String ofKind) {
        return new StockFilter(of, ofKind, null, null, to);
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "organisation", organisation);
        put(parts, "kind", kind);
        put(parts, "what", what);
        put(parts, "from", from);
        put(parts, "to", to);
        return parts;
    }

    public String address(String path) {
        return Parameters.address(path, parts());
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }

    /** What happens to a stock: the columns of its balance. */
    public enum What {
        /** Nhập: from outside, or from above. */
        RECEIVED,
        /** Thu về: from below, or from who it was issued to. */
        RETURNED,
        /** Đã cấp. */
        ISSUED,
        /** Hỏng, hủy, mất. */
        WRITTEN_OFF,
        /** Giao cấp dưới. */
        HANDED_DOWN,
        /** Trả lại cấp trên. */
        SENT_BACK,
        /** Đính chính. */
        CORRECTED
    }
}

package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which events of cards a list shows. A part that is null leaves it as it is.
 *
 * @param organisation the subtree of this organisation
 * @param from the first day
 * @param to the last day
 */
public record CardFilter(
        @Nullable UUID organisation,
        @Nullable CardAct kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public static CardFilter read(Parameters given) {
        var from = given.day("from");
        var to = given.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            given.leaveOut("to");
            to = null;
        }
        return new CardFilter(given.id("organisation"), given.oneOf("kind", CardAct.class), from, to);
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "organisation", organisation);
        put(parts, "kind", kind);
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
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which entries of the journal a list shows.
 *
 * @param kind null for all but the opening of the register
 * @param from the first day, {@code to} the last
 * @param organisation its subtree, as it was on the day of each entry
 * @param number of a decision, with its type or without
 * @param entries null for those that hold
 */
public record MovementFilter(
        @Nullable MovementKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID organisation,
        @Nullable String number,
        @Nullable Entries entries) {
    static final String PATH = "/movements";

    public static MovementFilter read(Parameters parameters) {
        return new MovementFilter(
                parameters.oneOf("kind", MovementKind.class),
                parameters.day("from"),
                parameters.day("to"),
                parameters.id("organisation"),
                parameters.text("number"),
                parameters.oneOf("entries", Entries.class));
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String ending) {
        return Parameters.address(PATH + ending, parts());
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "kind", kind);
        put(parts, "from", from);
        put(parts, "to", to);
        put(parts, "organisation", organisation);
        put(parts, "number", number);
        put(parts, "entries", entries);
        return parts;
    }

    /** Which entries beside those that hold. */
    public enum Entries {
        /** Those that were taken back, too. */
        ALL,
        /** Those that were taken back alone. */
        TAKEN_BACK
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}

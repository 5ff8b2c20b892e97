package vn.partyregister.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/**
 * Which classes a list shows. Every part narrows it; its parameters in an address bear the names of its components.
 *
 * @param q part of the name of the class
 * @param organisation those held in its subtree
 * @param own true: those that it holds itself, without its subtree
 * @param from the first year
 * @param to the last year
 */
public record ClassFilter(
        @Nullable String q,
        @Nullable UUID organisation,
        @Nullable Boolean own,
        @Nullable ClassKind kind,
        @Nullable String audience,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable ClassState state) {
    static final int FIRST_YEAR = 1930;
    static final int LAST_YEAR = 2200;

    public static ClassFilter read(Parameters given, CodeLists codes) {
        return new ClassFilter(
                given.text("q"),
                given.id("organisation"),
                given.yesNo("own"),
                given.oneOf("kind", ClassKind.class),
                given.oneOf(
                        "audience",
                        codes.of(Classes.AUDIENCE).stream().map(Code::code).toList()),
                given.number("from", FIRST_YEAR, LAST_YEAR),
                given.number("to", FIRST_YEAR, LAST_YEAR),
                given.oneOf("state", ClassState.class));
    }

    /** The address of this list with an ending: nothing for the page itself. */
    public String address(String ending) {
        return Parameters.address("/classes" + ending, parts());
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "q", q);
        put(parts, "organisation", organisation);
        put(parts, "own", own);
        put(parts, "kind", kind);
        put(parts, "audience", audience);
        put(parts, "from", from);
        put(parts, "to", to);
        put(parts, "state", state);
        return parts;
    }

    static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}

package vn.partyregister.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which places a list shows, or whose posts.
 *
 * @param organisation those looked after in its subtree
 * @param own true: by itself alone
 * @param held of posts: whether a member holds them
 * @param together of posts: true shows those whose holder holds another post besides
 */
public record PlaceFilter(
        @Nullable String q,
        @Nullable UUID organisation,
        @Nullable Boolean own,
        @Nullable String kind,
        @Nullable PlaceGap gap,
        @Nullable Boolean held,
        @Nullable Boolean together) {
    /** @param kinds the codes there are */
    public static PlaceFilter read(Parameters given, List<String> kinds) {
        return new PlaceFilter(
                given.text("q"),
                given.id("organisation"),
                given.yesNo("own"),
                given.oneOf("kind", kinds),
                given.oneOf("gap", PlaceGap.class),
                given.yesNo("held"),
                given.yesNo("together"));
    }

    /** The address of a list with this filter. */
    public String address(String path) {
        return Parameters.address(path, parts());
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "q", q);
        put(parts, "organisation", organisation);
        put(parts, "own", own);
        put(parts, "kind", kind);
        put(parts, "gap", gap);
        put(parts, "held", held);
        put(parts, "together", together);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}

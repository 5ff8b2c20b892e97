package vn.partyregister.inbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.Parameters;

/**
 * Which obligations a list shows.
 *
 * @param q part of what they concern
 * @param organisation owed in its subtree
 * @param state null for all that are open
 */
public record InboxFilter(
        @Nullable String q,
        @Nullable UUID organisation,
        @Nullable String kind,
        @Nullable ObligationState state) {
    static final String PATH = "/inbox";

    public static InboxFilter read(Parameters given, Collection<String> kinds) {
        return new InboxFilter(
                given.text("q"),
                given.id("organisation"),
                given.oneOf("kind", kinds),
                given.oneOf("state", ObligationState.class));
    }

    /** The same list of another state. */
    public InboxFilter in(@Nullable ObligationState other) {
        return new InboxFilter(q, organisation, kind, other);
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String ending) {
        var address = UriComponentsBuilder.fromPath(PATH + ending);
        parts().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts()).toUriString();
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "q", q);
        put(parts, "organisation", organisation);
        put(parts, "kind", kind);
        put(parts, "state", state);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}

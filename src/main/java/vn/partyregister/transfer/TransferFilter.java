package vn.partyregister.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which transfers a list shows.
 *
 * @param q part of the member's name
 * @param code of a letter, in whatever way it was typed
 * @param organisation at either end in its subtree
 * @param view null for the open ones, or for all where a code is asked for
 */
public record TransferFilter(
        @Nullable String q,
        @Nullable String code,
        @Nullable UUID organisation,
        @Nullable TransferKind kind,
        @Nullable TransferView view) {
    static final String PATH = "/transfers";

    public static TransferFilter read(Parameters given) {
        var code = given.text("code");
        if (code != null && LetterCode.read(code).isEmpty()) {
            given.leaveOut("code");
            code = null;
        }
        return new TransferFilter(
                given.text("q"),
                code == null ? null : LetterCode.read(code).orElse(null),
                given.id("organisation"),
                given.oneOf("kind", TransferKind.class),
                given.oneOf("view", TransferView.class));
    }

    /** What it shows: the open ones where nothing is asked for. */
    public @Nullable TransferView shown() {
        return view == null && code == null ? TransferView.OPEN : view;
    }

    /** The same of another view. */
    public TransferFilter in(@Nullable TransferView other) {
        return new TransferFilter(q, code, organisation, kind, other);
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String ending) {
        return Parameters.address(PATH + ending, parts());
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "q", q);
        put(parts, "code", code);
        put(parts, "organisation", organisation);
        put(parts, "kind", kind);
        put(parts, "view", view);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}

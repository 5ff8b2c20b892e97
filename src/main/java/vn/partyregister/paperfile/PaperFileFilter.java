package vn.partyregister.paperfile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;

/**
 * Which paper files a list shows. A part that is null leaves it as it is; its parameters bear the names of its components.
 *
 * @param organisation the subtree of this organisation, by where the members stand
 * @param borrower what the name of the borrower holds
 */
public record PaperFileFilter(
        @Nullable OrganisationId organisation,
        @Nullable Holding state,
        @Nullable String borrower) {
    public static PaperFileFilter read(Parameters given) {
        return new PaperFileFilter(
                OrganisationId.ofNullable(given.id("organisation")),
                given.oneOf("state", Holding.class),
                given.text("borrower"));
    }

    /** The same list in one state; in all of them where it is null. */
    public PaperFileFilter in(@Nullable Holding other) {
        return new PaperFileFilter(organisation, other, borrower);
    }

    boolean isOfMembers() {
        return state == null || state.isOfMembers();
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "organisation", organisation);
        put(parts, "state", state);
        put(parts, "borrower", borrower);
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

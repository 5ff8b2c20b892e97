package vn.partyregister.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;

/**
 * Whose papers are asked for.
 *
 * @param organisation with all below it; null for the whole scope
 * @param kind one kind of paper alone; null for all that a file must hold
 * @param state who lacks it, or who has it; null for both
 * @param q a part of the name: of organisations in one list, of members in the other
 */
public record PaperFilter(
        @Nullable OrganisationId organisation,
        @Nullable String kind,
        @Nullable State state,
        @Nullable String q) {
    public static PaperFilter read(Parameters parameters, List<PaperKind> kinds) {
        return new PaperFilter(
                OrganisationId.ofNullable(parameters.id("organisation")),
                parameters.oneOf("kind", kinds.stream().map(PaperKind::code).toList()),
                parameters.oneOf("state", State.class),
                parameters.text("q"));
    }

    /** The same within an organisation, where none was chosen. */
    public PaperFilter within(@Nullable OrganisationId home) {
        return organisation != null ? this : new PaperFilter(home, kind, state, q);
    }

    /** The same for all kinds of paper. */
    PaperFilter ofAllKinds() {
        return new PaperFilter(organisation, null, state, q);
    }

    /** The list of the people behind a figure of this filter. */
    public String people(@Nullable OrganisationId below, @Nullable String ofKind, @Nullable String inState) {
        return new PaperFilter(
                        below == null ? organisation : below,
                        ofKind == null ? kind : ofKind,
                        inState == null ? null : State.valueOf(inState),
                        null)
                .address("/papers/people");
    }

    /** What of it is set, for an address and for the trail. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "organisation", organisation);
        put(parts, "kind", kind);
        put(parts, "state", state);
        put(parts, "q", q);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }

    /** The list with this filter at an address; what was typed is encoded once. */
    public String address(String path) {
        return Parameters.address(path, parts());
    }

    /** Whether somebody's file lacks what was asked for. */
    public enum State {
        COMPLETE,
        INCOMPLETE
    }
}

package vn.partyregister.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.Parameters;

/**
 * Which cases a list shows.
 *
 * @param q part of the candidate's name
 * @param organisation the subtree of this organisation
 * @param category a code of {@code candidate-category}
 * @param view null for those under way
 */
public record AdmissionFilter(
        @Nullable String q,
        @Nullable UUID organisation,
        @Nullable Stage stage,
        @Nullable String category,
        @Nullable AdmissionView view) {
    static final String PATH = "/admissions";

    public static AdmissionFilter read(Parameters given) {
        return new AdmissionFilter(
                given.text("q"),
                given.id("organisation"),
                given.oneOf("stage", Stage.class),
                given.text("category"),
                given.oneOf("view", AdmissionView.class));
    }

    /** What it shows: those under way where nothing is asked for, all where a stage is that ends them. */
    public AdmissionView shown() {
        if (view != null) {
            return view;
        }
        return stage != null && stage.isOver() ? AdmissionView.ALL : AdmissionView.OPEN;
    }

    /** The same of another view. */
    public AdmissionFilter in(AdmissionView other) {
        return new AdmissionFilter(q, organisation, stage, category, other);
    }

    /** The same of those past their day. */
    public AdmissionFilter overdue() {
        return in(AdmissionView.OVERDUE);
    }

    /** The same of one stage. */
    public AdmissionFilter at(@Nullable Stage other) {
        return new AdmissionFilter(q, organisation, other, category, view);
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String ending) {
        return Parameters.address(PATH + ending, parts());
    }

    /** The address of a case opened from this list: it leads on to those beside it. */
    public String file(UUID id, String sort) {
        return UriComponentsBuilder.fromUriString(address("/" + id))
                .queryParam("sort", sort)
                .build(true)
                .toUriString();
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "q", q);
        put(parts, "organisation", organisation);
        put(parts, "stage", stage);
        put(parts, "category", category);
        put(parts, "view", view);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}

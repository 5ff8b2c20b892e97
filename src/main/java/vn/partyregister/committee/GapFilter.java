package vn.partyregister.committee;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.Parameters;

/**
 * Which gaps a list shows. Every part narrows it; its parameters in an address bear the names of its components.
 *
 * @param organisation the subtree of this organisation
 */
public record GapFilter(
        @Nullable UUID organisation,
        @Nullable Gap gap,
        @Nullable Body body,
        LocalDate asAt) {
    /** Reads the filter of an address; what cannot be read is named in {@code given} and left out. */
    public static GapFilter read(Parameters given, LocalDate today) {
        var asAt = given.day("asAt");
        return new GapFilter(
                given.id("organisation"),
                given.oneOf("gap", Gap.class),
                given.oneOf("body", Body.class),
                asAt == null ? today : asAt);
    }

    /** The address of this list under a path; the day is told where it is not today. */
    public String address(String path, LocalDate today) {
        var address = UriComponentsBuilder.fromPath(path);
        parts().forEach(address::queryParam);
        if (!asAt.equals(today)) {
            address.queryParam("asAt", asAt);
        }
        return address.build().toUriString();
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        if (organisation != null) {
            parts.put("organisation", organisation.toString());
        }
        if (gap != null) {
            parts.put("gap", gap.name());
        }
        if (body != null) {
            parts.put("body", body.name());
        }
        return parts;
    }
}

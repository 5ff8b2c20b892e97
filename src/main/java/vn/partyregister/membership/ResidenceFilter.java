package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which links to the place of residence a list shows.
 *
 * @param q part of the member's name, of the body or of who is responsible there
 * @param organisation a subtree: of those who were introduced from it, or {@code side} says to it
 * @param year whose comments are asked for
 * @param asked null where the address names no year
 */
public record ResidenceFilter(
        @Nullable String q,
        @Nullable UUID organisation,
        @Nullable Side side,
        @Nullable ResidenceMode mode,
        @Nullable Comment comment,
        int year,
        @Nullable Integer asked) {
    static final String PATH = "/residence-links";
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2200;

    /** @param usual the year that is meant where none is asked for */
    public static ResidenceFilter read(Parameters parameters, int usual) {
        var year = parameters.number("year", FIRST_YEAR, LAST_YEAR);
        return new ResidenceFilter(
                parameters.text("q"),
                parameters.id("organisation"),
                parameters.oneOf("side", Side.class),
                parameters.oneOf("mode", ResidenceMode.class),
                parameters.oneOf("comment", Comment.class),
                year == null ? usual : year,
                year);
    }

    /** The last day of the year: whoever was introduced by then is listed. */
    LocalDate yearsEnd() {
        return LocalDate.of(year, 12, 31);
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String ending) {
        return Parameters.address(PATH + ending, parts());
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "q", q);
        put(parts, "organisation", organisation);
        put(parts, "side", side);
        put(parts, "mode", mode);
        put(parts, "comment", comment);
        put(parts, "year", asked);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }

    /** Whose list it is. */
    public enum Side {
        /** Of the committee whose members are introduced elsewhere. */
        HOME,
        /** Of the body where they live. */
        RESIDENCE
    }

    /** How it stands with the comment of the year. */
    public enum Comment {
        MISSING,
        THERE
    }
}

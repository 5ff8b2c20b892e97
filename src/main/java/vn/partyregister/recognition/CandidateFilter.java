package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Whom the list of candidates shows.
 *
 * @param organisation the subtree of this organisation, by where the members stand
 * @param day the day of award they are judged for
 * @param years the level, by its years
 */
public record CandidateFilter(
        @Nullable UUID organisation,
        LocalDate day,
        @Nullable Reason reason,
        @Nullable Integer years) {
    private static final int FURTHEST = 5;
    private static final int HIGHEST = 90;

    public static CandidateFilter read(Parameters given, LocalDate usual, LocalDate today) {
        var day = given.day("day");
        if (day != null && (day.isBefore(today.minusYears(1)) || day.isAfter(today.plusYears(FURTHEST)))) {
            given.leaveOut("day");
            day = null;
        }
        return new CandidateFilter(
                given.id("organisation"),
                day == null ? usual : day,
                given.oneOf("reason", Reason.class),
                given.number("years", 1, HIGHEST));
    }

    /** The same list for one reason; for all of them where it is null. */
    public CandidateFilter by(@Nullable Reason other) {
        return new CandidateFilter(organisation, day, other, years);
    }

    /** The same list for one level; for all of them where it is null. */
    public CandidateFilter of(@Nullable Integer other) {
        return new CandidateFilter(organisation, day, reason, other);
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "organisation", organisation);
        put(parts, "day", day);
        put(parts, "reason", reason);
        put(parts, "years", years);
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

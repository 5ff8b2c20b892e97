package vn.partyregister.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Who of those who attend a list shows. Every part narrows it; its parameters in an address bear the names of its
 * components.
 *
 * @param trainingClass of this class alone; null for those of all classes that were held
 * @param q part of the name
 * @param organisation of the classes held in its subtree
 * @param own true: of those that it holds itself
 * @param from the first year
 * @param to the last year
 */
public record AttendeeFilter(
        @Nullable TrainingClassId trainingClass,
        @Nullable String q,
        @Nullable UUID organisation,
        @Nullable Boolean own,
        @Nullable ClassKind kind,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable AttendanceState state) {
    public static AttendeeFilter read(@Nullable TrainingClassId trainingClass, Parameters given) {
        return new AttendeeFilter(
                trainingClass,
                given.text("q"),
                given.id("organisation"),
                given.yesNo("own"),
                given.oneOf("kind", ClassKind.class),
                given.number("from", ClassFilter.FIRST_YEAR, ClassFilter.LAST_YEAR),
                given.number("to", ClassFilter.FIRST_YEAR, ClassFilter.LAST_YEAR),
                given.oneOf("state", AttendanceState.class));
    }

    /** The address of this list with an ending: nothing for the page itself. */
    public String address(String ending) {
        var path = trainingClass == null
                ? "/classes/people" + ending
                : "/classes/" + trainingClass + (ending.isEmpty() ? "" : "/people" + ending);
        return Parameters.address(path, parts());
    }

    /** The parts that narrow the list, by their names in an address. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        ClassFilter.put(parts, "q", q);
        ClassFilter.put(parts, "organisation", organisation);
        ClassFilter.put(parts, "own", own);
        ClassFilter.put(parts, "kind", kind);
        ClassFilter.put(parts, "from", from);
        ClassFilter.put(parts, "to", to);
        ClassFilter.put(parts, "state", state);
        return parts;
    }
}

package vn.partyregister.organisation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.RuleSource;

/**
 * A line of the preview: what a reorganisation would change, or what stands in its way.
 *
 * @param key a message key that says it whole, and what to do about it
 * @param source the rule that says so, where a rule does
 */
public record Consequence(
        Weight weight,
        String key,
        List<Object> arguments,
        @Nullable RuleSource source) {
    /** The order of a preview: what stands in the way first. */
    static final Comparator<Consequence> HEAVIEST_FIRST =
            Comparator.comparing(Consequence::weight).reversed();

    private static final int NAMED = 3;

    public Consequence {
        arguments = List.copyOf(arguments);
    }

    /** Nothing happens as long as this is so. */
    public static Consequence bars(String key, Object... arguments) {
        return new Consequence(Weight.BARS, key, Arrays.asList(arguments), null);
    }

    /** Nothing happens as long as these are there: how many, and the first few of them. */
    public static List<Consequence> barredBy(String key, List<String> names) {
        return names.isEmpty() ? List.of() : List.of(bars(key, names.size(), named(names)));
    }

    /** It happens all the same, but should be known before. */
    public static Consequence warns(String key, Object... arguments) {
        return new Consequence(Weight.WARNS, key, Arrays.asList(arguments), null);
    }

    /** What happens besides. */
    public static Consequence tells(String key, Object... arguments) {
        return new Consequence(Weight.TELLS, key, Arrays.asList(arguments), null);
    }

    /** The first few of many names, for a message that cannot hold them all. */
    public static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + (names.size() > NAMED ? " …" : "");
    }

    Consequence by(@Nullable RuleSource rule) {
        return new Consequence(weight, key, arguments, rule);
    }

    public boolean bars() {
        return weight == Weight.BARS;
    }

    /** How much it weighs. */
    public enum Weight {
        TELLS,
        WARNS,
        BARS
    }
}

package vn.partyregister.sample;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SplittableRandom;
import vn.partyregister.platform.VietnameseText;

/** Names drawn part by part, as people of an ethnic group and an age are called. */
final class SampleNames {
    private static final int OLD_FASHION_BEFORE = 1965;
    private static final int WAR_NAMES_BEFORE = 1955;

    private final Properties parts;
    private final Map<String, Lot> lots = new HashMap<>();

    SampleNames(Properties parts) {
        this.parts = parts;
    }

    String draw(SplittableRandom chance, String ethnicity, boolean isWoman, int born) {
        var people = ethnicity.toLowerCase(Locale.ROOT);
        var sex = isWoman ? ".female" : ".male";
        var fashion = isWoman && born < OLD_FASHION_BEFORE ? ".old" : "";
        return VietnameseText.tidy(String.join(
                " ",
                lot(people + ".family").draw(chance),
                lot(people + ".middle" + sex + fashion).draw(chance),
                lot(people + ".given" + sex).draw(chance)));
    }

    /** The name some took in the war; empty for most. */
    String alias(SplittableRandom chance, int born) {
        if (born >= WAR_NAMES_BEFORE || chance.nextInt(100) >= 22) {
            return "";
        }
        return any(chance, "alias.first") + " " + any(chance, "alias.second");
    }

    private String any(SplittableRandom chance, String name) {
        var all = text(name).split(",");
        return all[chance.nextInt(all.length)];
    }

    private Lot lot(String name) {
        return lots.computeIfAbsent(name, _ -> Lot.of(text(name)));
    }

    private String text(String name) {
        return Objects.requireNonNull(parts.getProperty(name), name);
    }
}

package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;

/** A tree that changes by the day, as somebody walks it by hand who has never seen the program. */
@NullMarked
interface NaiveTree {
    OrganisationId id(String name);

    /** Itself and those above it on a day, upwards; nothing where it is not there. */
    List<String> line(String name, LocalDate on);

    boolean isDistrict(String name, LocalDate on);

    /** The part of an organisation somebody stands in: a child of it, or itself; null where they do not stand below it. */
    default @Nullable String part(String of, @Nullable String place, LocalDate on) {
        var line = place == null ? List.<String>of() : line(place, on);
        var at = line.indexOf(of);
        return at < 0 ? null : at == 0 ? of : line.get(at - 1);
    }

    /** Whether two places lie below one district, each on its day. */
    default boolean isSameDistrict(String one, LocalDate oneDay, String other, LocalDate otherDay) {
        return line(one, oneDay).stream()
                .filter(name -> isDistrict(name, oneDay))
                .anyMatch(line(other, otherDay)::contains);
    }
}

package vn.partyregister.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations a list shows: those directly below one, or all below it.
 *
 * @param organisation whose subtree; null where the register is empty
 * @param q part of a name or the beginning of a code
 * @param deep all levels below; any search goes through all levels
 */
public record OrganisationFilter(
        @Nullable OrganisationId organisation,
        @Nullable String q,
        @Nullable String type,
        @Nullable String kind,
        boolean deep,
        LocalDate asAt) {
    boolean allLevels() {
        return deep || q != null || type != null || kind != null;
    }
}

package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Head-counts of subtrees: implemented by the module that keeps the journal. */
public interface MemberCounts {
    /** How many members stand in and below each of these organisations on a day; an absent one has none. */
    Map<OrganisationId, Count> below(Collection<OrganisationId> organisations, LocalDate asAt);

    /** Members by their status. */
    record Count(int official, int probationary) {
        public static final Count NONE = new Count(0, 0);

        public int members() {
            return official + probationary;
        }

        Count plus(Count other) {
            return new Count(official + other.official, probationary + other.probationary);
        }

        Count negative() {
            return new Count(-official, -probationary);
        }
    }
}

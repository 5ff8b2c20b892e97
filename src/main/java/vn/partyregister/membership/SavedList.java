package vn.partyregister.membership;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member list kept by name, as its reader sees it.
 *
 * @param query what it asks for: the filter and the order, as they stand in an address
 * @param own whether the reader saved it
 * @param owner who did
 * @param sharedWith the organisation whose people see it too; null where it is its owner's alone
 * @param sharedName the name of that organisation today
 */
public record SavedList(
        SavedListId id,
        String name,
        String query,
        boolean own,
        String owner,
        @Nullable UUID sharedWith,
        @Nullable String sharedName) {
    /** Where it opens, in the reader's own scope. */
    public String address() {
        return "/members" + query;
    }
}

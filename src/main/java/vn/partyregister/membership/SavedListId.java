package vn.partyregister.membership;

import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a member list kept by name. */
public record SavedListId(UUID id) implements Serializable {
    static SavedListId next() {
        return new SavedListId(Uuids.next());
    }

    public static SavedListId of(String text) {
        return new SavedListId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

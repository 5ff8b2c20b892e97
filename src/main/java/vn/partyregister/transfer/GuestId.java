package vn.partyregister.transfer;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a member of another province who is here for a time. */
public record GuestId(UUID id) {
    static GuestId next() {
        return new GuestId(Uuids.next());
    }

    public static GuestId of(String text) {
        return new GuestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package vn.partyregister.paperfile;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** A record of a hand-over. */
public record HandOverId(UUID id) {
    static HandOverId next() {
        return new HandOverId(Uuids.next());
    }

    public static HandOverId of(String text) {
        return new HandOverId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package vn.partyregister.committee;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of an entry: who holds which post, and when. */
public record HoldingId(UUID id) {
    static HoldingId next() {
        return new HoldingId(Uuids.next());
    }

    public static HoldingId of(String text) {
        return new HoldingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

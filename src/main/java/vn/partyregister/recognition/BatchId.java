package vn.partyregister.recognition;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a batch of badges. */
public record BatchId(UUID id) {
    static BatchId next() {
        return new BatchId(Uuids.next());
    }

    public static BatchId of(String text) {
        return new BatchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

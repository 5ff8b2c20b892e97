package vn.partyregister.dossier;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of several scans sent at once. */
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

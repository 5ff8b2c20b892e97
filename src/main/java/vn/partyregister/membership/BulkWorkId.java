package vn.partyregister.membership;

import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a work on many at once. */
public record BulkWorkId(UUID id) implements Serializable {
    static BulkWorkId next() {
        return new BulkWorkId(Uuids.next());
    }

    public static BulkWorkId of(String text) {
        return new BulkWorkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

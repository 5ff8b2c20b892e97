package vn.partyregister.organisation;

import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a reorganisation. */
public record ReorganisationId(UUID id) implements Serializable {
    static ReorganisationId next() {
        return new ReorganisationId(Uuids.next());
    }

    public static ReorganisationId of(String text) {
        return new ReorganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

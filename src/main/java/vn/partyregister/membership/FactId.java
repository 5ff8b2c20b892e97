package vn.partyregister.membership;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a dated fact. */
public record FactId(UUID id) {
    static FactId next() {
        return new FactId(Uuids.next());
    }

    public static FactId of(String text) {
        return new FactId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

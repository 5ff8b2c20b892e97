package vn.partyregister.membership;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of an entry of the journal. */
public record MovementId(UUID id) {
    static MovementId next() {
        return new MovementId(Uuids.next());
    }

    public static MovementId of(String text) {
        return new MovementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

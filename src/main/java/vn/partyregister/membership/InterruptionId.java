package vn.partyregister.membership;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of an interruption of long ago. */
public record InterruptionId(UUID id) {
    static InterruptionId next() {
        return new InterruptionId(Uuids.next());
    }

    public static InterruptionId of(String text) {
        return new InterruptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

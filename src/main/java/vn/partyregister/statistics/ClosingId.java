package vn.partyregister.statistics;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** A period closed by a committee. */
public record ClosingId(UUID id) {
    static ClosingId next() {
        return new ClosingId(Uuids.next());
    }

    public static ClosingId of(String text) {
        return new ClosingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

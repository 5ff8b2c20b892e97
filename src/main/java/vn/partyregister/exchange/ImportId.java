package vn.partyregister.exchange;

import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of one upload and all that became of it. */
public record ImportId(UUID id) implements Serializable {
    static ImportId next() {
        return new ImportId(Uuids.next());
    }

    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

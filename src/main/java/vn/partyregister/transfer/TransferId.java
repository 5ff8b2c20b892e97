package vn.partyregister.transfer;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** Which transfer. */
@Embeddable
public record TransferId(UUID id) implements Serializable {
    static TransferId next() {
        return new TransferId(Uuids.next());
    }

    public static TransferId of(String text) {
        return new TransferId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

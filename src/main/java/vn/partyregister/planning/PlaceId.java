package vn.partyregister.planning;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a place. */
@Embeddable
public record PlaceId(UUID id) implements Serializable {
    static PlaceId next() {
        return new PlaceId(Uuids.next());
    }

    public static PlaceId of(String text) {
        return new PlaceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

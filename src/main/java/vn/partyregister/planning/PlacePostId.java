package vn.partyregister.planning;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a post. */
@Embeddable
public record PlacePostId(UUID id) implements Serializable {
    static PlacePostId next() {
        return new PlacePostId(Uuids.next());
    }

    public static PlacePostId of(String text) {
        return new PlacePostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

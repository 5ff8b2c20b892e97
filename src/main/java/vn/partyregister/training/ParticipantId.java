package vn.partyregister.training;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a participant. */
@Embeddable
public record ParticipantId(UUID id) implements Serializable {
    static ParticipantId next() {
        return new ParticipantId(Uuids.next());
    }

    public static ParticipantId of(String text) {
        return new ParticipantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package vn.partyregister.training;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a class. */
@Embeddable
public record TrainingClassId(UUID id) implements Serializable {
    static TrainingClassId next() {
        return new TrainingClassId(Uuids.next());
    }

    public static TrainingClassId of(String text) {
        return new TrainingClassId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package vn.partyregister.planning;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a plan. */
@Embeddable
public record PlanId(UUID id) implements Serializable {
    static PlanId next() {
        return new PlanId(Uuids.next());
    }

    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** Which case of admission. */
@Embeddable
public record AdmissionCaseId(UUID id) implements Serializable {
    static AdmissionCaseId next() {
        return new AdmissionCaseId(Uuids.next());
    }

    public static AdmissionCaseId of(String text) {
        return new AdmissionCaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

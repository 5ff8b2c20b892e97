package vn.partyregister.training;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a certificate. */
@Embeddable
public record CertificateId(UUID id) implements Serializable {
    static CertificateId next() {
        return new CertificateId(Uuids.next());
    }

    public static CertificateId of(String text) {
        return new CertificateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

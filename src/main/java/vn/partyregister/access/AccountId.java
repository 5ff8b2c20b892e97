package vn.partyregister.access;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of an account. */
@Embeddable
public record AccountId(UUID id) implements Serializable {
    static AccountId next() {
        return new AccountId(Uuids.next());
    }

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

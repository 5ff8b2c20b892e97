package vn.partyregister.member;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a person in the register; never used again. */
@Embeddable
public record MemberId(UUID id) implements Serializable {
    public static MemberId next() {
        return new MemberId(Uuids.next());
    }

    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package vn.partyregister.recognition;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a technical check of cards. */
public record CardCheckId(UUID id) {
    static CardCheckId next() {
        return new CardCheckId(Uuids.next());
    }

    public static CardCheckId of(String text) {
        return new CardCheckId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package vn.partyregister.paperfile;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** A count of paper files against the list of members. */
public record CountId(UUID id) {
    static CountId next() {
        return new CountId(Uuids.next());
    }

    public static CountId of(String text) {
        return new CountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

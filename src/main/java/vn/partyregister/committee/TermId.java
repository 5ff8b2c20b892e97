package vn.partyregister.committee;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a term of a committee. */
public record TermId(UUID id) {
    static TermId next() {
        return new TermId(Uuids.next());
    }

    public static TermId of(String text) {
        return new TermId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

package vn.partyregister.dossier;

import java.util.UUID;
import vn.partyregister.platform.Uuids;

/** The identity of a scan. */
public record ScanId(UUID id) {
    static ScanId next() {
        return new ScanId(Uuids.next());
    }

    public static ScanId of(String text) {
        return new ScanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

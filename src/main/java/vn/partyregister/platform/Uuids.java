package vn.partyregister.platform;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** New identities: UUID version 7, so that rows written together lie together in an index. */
public final class Uuids {
    private Uuids() {}

    /** The next identity; never the same twice. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}

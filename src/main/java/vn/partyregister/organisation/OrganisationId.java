package vn.partyregister.organisation;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Uuids;

/** The identity of an organisation, kept through every change. */
@Embeddable
public record OrganisationId(UUID id) implements Serializable {
    public static OrganisationId next() {
        return new OrganisationId(Uuids.next());
    }

    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    /** The one of a column or an address that may be empty. */
    public static @Nullable OrganisationId ofNullable(@Nullable UUID id) {
        return id == null ? null : new OrganisationId(id);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

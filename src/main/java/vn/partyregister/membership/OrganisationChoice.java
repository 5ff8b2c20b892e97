package vn.partyregister.membership;

import java.util.List;
import java.util.UUID;

/** An organisation a list is narrowed to, and where one can step from it. */
public record OrganisationChoice(Near itself, List<Near> near) {
    public OrganisationChoice {
        near = List.copyOf(near);
    }

    /** The organisation above it, where the reader may see that. */
    public List<Near> above() {
        return at(Place.ABOVE);
    }

    /** The organisations right below it. */
    public List<Near> below() {
        return at(Place.BELOW);
    }

    private List<Near> at(Place place) {
        return near.stream().filter(other -> other.place() == place).toList();
    }

    /** Where an organisation stands to the chosen one. */
    public enum Place {
        ABOVE,
        ITSELF,
        BELOW
    }

    /**
     * An organisation by its name.
     *
     * @param root nothing is above it
     */
    public record Near(UUID id, String name, boolean root, Place place) {}
}

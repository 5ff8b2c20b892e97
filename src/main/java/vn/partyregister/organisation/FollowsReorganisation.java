package vn.partyregister.organisation;

import java.util.List;
import java.util.Map;

/**
 * What a reorganisation means for the rows of a module: implemented by each module that keeps rows of organisations. All
 * of it happens in the one transaction of the reorganisation.
 */
public interface FollowsReorganisation {
    /** The message key of its part of the preview. */
    String part();

    /** What would become of its rows; nothing is written. */
    List<Consequence> foresee(Reorganised event);

    /** How many members go with each that is split off. */
    default Map<OrganisationId, MemberCounts.Count> chosenFor(Reorganised event) {
        return Map.of();
    }

    /** Holds what it will write, before the tree is changed: whoever works on it is waited for, or waits. */
    default void hold(Reorganised event) {}

    /** Changes its rows; the tree is already the new one. */
    default void follow(Reorganised event) {}

    /** What has come to rest on the reorganisation since: as long as there is any, it is not taken back. */
    default List<Consequence> restingOn(Reorganised event) {
        return List.of();
    }

    /** Puts its rows back; the tree is already the old one again. */
    default void takeBack(Reorganised event, String reason) {}
}

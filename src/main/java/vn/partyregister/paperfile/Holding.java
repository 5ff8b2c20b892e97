package vn.partyregister.paperfile;

import java.util.Arrays;
import java.util.List;

/** What the list of paper files can be narrowed to: a state, loans that should be back, or files that stayed behind. */
public enum Holding {
    IN_PLACE,
    LENT,
    /** Lent, and due before today: a part of {@link #LENT}. */
    OVERDUE,
    SEALED,
    ON_THE_WAY,
    MISSING,
    /** Kept by an organisation that the member is no longer below: it has yet to be sealed and handed over. */
    LEFT_BEHIND,
    NOT_RECORDED;

    public static List<Holding> all() {
        return Arrays.asList(values());
    }

    /** Whether it is told of those who stand in the scope alone: what stayed behind is told of who keeps it as well. */
    boolean isOfMembers() {
        return this != LEFT_BEHIND;
    }

    /**
     * Whether a member's row {@code w} of the whereabouts is of this kind on the day {@code :asAt}; {@code above} is the
     * keeper's place above the member.
     */
    String condition() {
        return switch (this) {
            case NOT_RECORDED -> "w.member_id is null";
            case LEFT_BEHIND -> "w.state <> 'ON_THE_WAY' and above.ancestor_id is null";
            case OVERDUE -> "w.due_on < cast(:asAt as date)";
            case IN_PLACE, LENT, SEALED, ON_THE_WAY, MISSING -> "w.state = '%s'".formatted(name());
        };
    }
}

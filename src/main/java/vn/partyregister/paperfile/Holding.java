package vn.partyregister.paperfile;

import java.util.Arrays;
import java.util.List;

/** What the list of paper files can be narrowed to: a state, or loans that should be back. */
public enum Holding {
    IN_PLACE,
    LENT,
    /** Lent, and due before today: a part of {@link #LENT}. */
    OVERDUE,
    SEALED,
    ON_THE_WAY,
    MISSING,
    NOT_RECORDED;

    public static List<Holding> all() {
        return Arrays.asList(values());
    }

    /** Whether a member's row {@code w} of the whereabouts is of this kind on the day {@code :asAt}. */
    String condition() {
        return switch (this) {
            case NOT_RECORDED -> "w.member_id is null";
            case OVERDUE -> "w.due_on < cast(:asAt as date)";
            case IN_PLACE, LENT, SEALED, ON_THE_WAY, MISSING -> "w.state = '%s'".formatted(name());
        };
    }
}

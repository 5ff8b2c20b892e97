package vn.partyregister.supplement;

/** How far somebody's supplement has come. */
public enum SupplementState {
    NOT_YET,
    HANDED_IN,
    /** Handed in, with changes. */
    CHANGED,
    /** Handed in: nothing changed. */
    UNCHANGED,
    /** Handed in after the due day. */
    LATE;

    /** The condition on a handing-in {@code h} of a campaign {@code c}. */
    String condition() {
        return switch (this) {
            case NOT_YET -> "h.member_id is null";
            case HANDED_IN -> "h.member_id is not null";
            case CHANGED -> "h.changed";
            case UNCHANGED -> "not h.changed";
            case LATE -> "h.handed_in_on > c.due_on";
        };
    }
}

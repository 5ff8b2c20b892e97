package vn.partyregister.inbox;

/** How an obligation stands on a day. Its last day is still in time. */
public enum ObligationState {
    /** Đến hạn: open, its last day not over. */
    DUE("o.done_on is null and coalesce(o.due_on >= :asAt, true)"),
    /** Quá hạn. */
    OVERDUE("o.done_on is null and o.due_on < :asAt"),
    /** Xong đúng hạn. */
    IN_TIME("o.done_on <= coalesce(o.due_on, o.done_on)"),
    /** Xong trễ hạn. */
    LATE("o.done_on > o.due_on");

    private final String condition;

    ObligationState(String condition) {
        this.condition = condition;
    }

    /** It as a condition of SQL on an obligation {@code o}, on the day {@code :asAt}. */
    String condition() {
        return condition;
    }
}

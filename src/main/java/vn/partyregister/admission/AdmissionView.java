package vn.partyregister.admission;

/** Parts of the list of cases. */
public enum AdmissionView {
    /** Under way. */
    OPEN("c.ended_on is null"),
    /** Under way, and what comes next is past its last day. */
    OVERDUE("c.ended_on is null and w.due_on < :asAt"),
    /** Official members. */
    DONE("c.stage = 'OFFICIAL'"),
    /** Ended without that. */
    ENDED("c.ended_on is not null and c.stage <> 'OFFICIAL'"),
    ALL("true");

    private final String condition;

    AdmissionView(String condition) {
        this.condition = condition;
    }

    /** It as a condition of SQL on a case {@code c} and what it waits for {@code w}. */
    String condition() {
        return condition;
    }
}

package vn.partyregister.planning;

/** How long a plan runs. */
public enum PlanKind {
    /** Kế hoạch năm. */
    YEAR,
    /** Kế hoạch nhiệm kỳ. */
    TERM
}

package vn.partyregister.inbox;

/** Which open obligations want a look first. */
public enum Urgency {
    /** Sắp đến hạn: due within the time that the rulebook names. */
    SOON("o.done_on is null and o.due_on between :asAt and cast(:soon as date)"),
    /** Quá hạn lâu ở cấp dưới: owed right below, and overdue for so long that the superior committee is told. */
    ESCALATED("""
            o.done_on is null and o.due_on <= cast(:longSince as date) and exists (select from organisation.organisation_version below
            where below.organisation_id = o.owner_id and below.valid @> cast(:asAt as date) and below.parent_id in (:tops))\
            """);

    private final String condition;

    Urgency(String condition) {
        this.condition = condition;
    }

    /** It as a condition of SQL on an obligation {@code o}. */
    String condition() {
        return condition;
    }
}

package vn.partyregister.planning;

/** A target group as it is called on a day, in the reader's language. */
public record Group(String code, String name, Measure measure) {
    /** What a target of the group is a number of. */
    public enum Measure {
        /** People admitted in the period. */
        ADMISSIONS,
        /** Members in the population, in hundredths of a per cent. */
        SHARE
    }

    /** Who is counted; only of a group whose measure is admissions. */
    public Criterion criterion() {
        return Criterion.valueOf(code);
    }

    public boolean countsAdmissions() {
        return measure == Measure.ADMISSIONS;
    }
}

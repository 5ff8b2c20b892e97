package vn.partyregister.membership;

/** How many there are of some members, and of which sort. */
public record Tally(long members, long official, long women, long minority, long exempt) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public long probationary() {
        return members - official;
    }

    Tally plus(Tally other) {
        return new Tally(
                members + other.members,
                official + other.official,
                women + other.women,
                minority + other.minority,
                exempt + other.exempt);
    }
}

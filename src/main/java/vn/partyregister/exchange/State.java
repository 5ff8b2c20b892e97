package vn.partyregister.exchange;

/** How far an upload has come. */
public enum State {
    /** The file is kept and its headings are read: the mapping can be corrected. */
    UPLOADED,
    /** A job reads the rows and holds them against the register. */
    STAGING,
    /** The preview stands. */
    JUDGED,
    /** A job writes the rows. */
    COMMITTING,
    DONE,
    REFUSED,
    ABANDONED;

    /** Whether a job is at work. */
    public boolean working() {
        return this == STAGING || this == COMMITTING;
    }

    boolean leadsTo(State next) {
        return switch (this) {
            case UPLOADED -> next == STAGING || next == ABANDONED;
            case STAGING -> next == JUDGED || next == UPLOADED || next == REFUSED;
            case JUDGED -> next == COMMITTING || next == STAGING || next == UPLOADED || next == ABANDONED;
            case COMMITTING -> next == DONE || next == JUDGED;
            case DONE, REFUSED, ABANDONED -> false;
        };
    }
}

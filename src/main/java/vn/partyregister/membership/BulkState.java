package vn.partyregister.membership;

/** How far a work on many has come. */
public enum BulkState {
    /** It is known for whom; on what terms is still to be said. */
    CHOSEN,
    /** The preview stands. */
    JUDGED,
    /** A job writes it. */
    WRITING,
    DONE,
    /** Let go of before anything was written. */
    ABANDONED;

    boolean leadsTo(BulkState next) {
        return switch (this) {
            case CHOSEN -> next == JUDGED || next == ABANDONED;
            case JUDGED -> next == JUDGED || next == WRITING || next == ABANDONED;
            case WRITING -> next == DONE || next == JUDGED;
            case DONE, ABANDONED -> false;
        };
    }
}

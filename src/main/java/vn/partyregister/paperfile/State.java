package vn.partyregister.paperfile;

/** Where a paper file stands in its course. What may follow on what is kept in the table of steps. */
public enum State {
    /** Nobody has recorded yet where it is. */
    NOT_RECORDED,
    IN_PLACE,
    LENT,
    /** Sealed for a transfer (niêm phong). */
    SEALED,
    /** Handed over, not yet received. */
    ON_THE_WAY,
    MISSING
}

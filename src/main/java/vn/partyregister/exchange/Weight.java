package vn.partyregister.exchange;

/** How much a problem of a cell weighs. */
public enum Weight {
    /** The row is not imported. */
    REJECTS,
    /** Read as meant; the preview shows what was made of it. */
    REPAIRED,
    /** Imported, but worth a look. */
    WARNS
}

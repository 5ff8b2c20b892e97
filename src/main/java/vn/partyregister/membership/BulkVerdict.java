package vn.partyregister.membership;

/** What becomes of somebody in a work on many. */
public enum BulkVerdict {
    /** It will be written for them. */
    WRITE,
    LEFT_OUT,
    WRITTEN
}

package vn.partyregister.exchange;

/** What a file is uploaded for. */
public enum Purpose {
    /** To be written into the register. */
    LOAD,
    /** To be held against the register; nothing changes. */
    COMPARE
}

package vn.partyregister.exchange;

/** What a row would do to the register. */
public enum Verdict {
    NEW,
    CHANGED,
    UNCHANGED,
    REJECTED
}

package vn.partyregister.recognition;

/** Where somebody stands before a day of award. */
public enum Reason {
    /** Full since the last regular day of award: due on this one. */
    DUE,
    /** Full before that, and the file holds no such badge: to be looked into. */
    EARLIER,
    /** Full only after the day of award, but by the next regular one. */
    NOT_YET
}

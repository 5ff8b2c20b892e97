package vn.partyregister.paperfile;

/** What happens to a paper file. */
public enum Kind {
    PLACED,
    LENT,
    RETURNED,
    SEALED,
    HANDED_OVER,
    RECEIVED,
    MISSING,
    FOUND
}

package vn.partyregister.committee;

/** How somebody came to a post. */
public enum Manner {
    /** Được bầu. */
    ELECTED,
    /** Được chỉ định. */
    APPOINTED
}

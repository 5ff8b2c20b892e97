package vn.partyregister.statistics;

/** What a figure of a balance counts: who is there, who comes, who goes. */
public enum Flow {
    /** Who stood there on the day before the period. */
    OPENING,
    /** Who came from outside the organisation asked for. */
    IN,
    /** Who came from one part of it into another. */
    INNER_IN,
    /** Who left it. */
    OUT,
    /** Who left one part of it for another. */
    INNER_OUT,
    /** Who stands there on the last day. */
    CLOSING
}

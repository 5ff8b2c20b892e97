package vn.partyregister.committee;

/** What is missing in an organisation's committee. */
public enum Gap {
    /** No term was ever entered. */
    NO_TERM,
    /** The last term is over, and no new one was entered. */
    ENDED,
    /** The term ends soon. */
    ENDING,
    /** A post that the body must have is vacant. */
    POST,
    /** The committee has fewer members than the decision gives it. */
    MEMBERS
}

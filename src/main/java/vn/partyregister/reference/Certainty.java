package vn.partyregister.reference;

/** How sure a rule, a code or a day is. */
public enum Certainty {
    /** A page that quotes the directive itself was read. */
    VERIFIED,
    /** News, a quiz or a program that claims to follow the directive. */
    SECONDARY,
    /** General knowledge: nothing read confirms it. */
    UNVERIFIED
}

package vn.partyregister.recognition;

/** Why somebody is proposed for a badge. */
public enum Basis {
    /** The years are full by the day of award. */
    FULL,
    /** Tặng sớm: gravely ill, the years not quite full. */
    EARLY,
    /** Truy tặng: to the family of who died. */
    POSTHUMOUS
}

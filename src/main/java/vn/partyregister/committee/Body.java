package vn.partyregister.committee;

/** What leads an organisation. */
public enum Body {
    /** Ban chấp hành. */
    COMMITTEE,
    /** Chi ủy. */
    CELL_COMMITTEE,
    /** A cell that has a secretary (bí thư), and no committee. */
    SECRETARY_ALONE
}

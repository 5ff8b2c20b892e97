package vn.partyregister.transfer;

/** Which end of a transfer a level stands at. */
public enum Side {
    /** Nơi đi. */
    FROM,
    /** Nơi đến. */
    TO
}

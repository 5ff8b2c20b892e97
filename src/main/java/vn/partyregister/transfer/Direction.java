package vn.partyregister.transfer;

/** Whether a transfer stays within the register or crosses its border. */
public enum Direction {
    /** Trong đảng bộ: both sides confirm here. */
    WITHIN,
    /** Chuyển đi: the other side's confirmation is noted. */
    OUT,
    /** Chuyển đến: comes with a letter of elsewhere. */
    IN
}

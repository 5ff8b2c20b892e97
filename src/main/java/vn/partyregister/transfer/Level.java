package vn.partyregister.transfer;

/** The levels a letter passes, the lowest first. */
public enum Level {
    /** Chi bộ. */
    CELL,
    /** Đảng bộ bộ phận. */
    PARTIAL,
    /** Tổ chức cơ sở đảng. */
    BASE,
    /** Cấp trên trực tiếp của tổ chức cơ sở đảng. */
    DIRECT,
    /** Cấp tỉnh. */
    PROVINCE,
    /** Outside of the register. */
    ELSEWHERE
}

package vn.partyregister.membership;

/** What can happen to a member (biến động); the journal knows nothing else. */
public enum MovementKind {
    /** There when the register was opened. */
    OPENING,
    /** Kết nạp. */
    ADMITTED,
    /** Công nhận chính thức. */
    RECOGNISED,
    /** Chuyển sinh hoạt chính thức trong đảng bộ. */
    TRANSFERRED,
    /** Chuyển đến từ ngoài. */
    TRANSFERRED_IN,
    /** Chuyển đi ra ngoài. */
    TRANSFERRED_OUT,
    /** Chuyển theo tổ chức (reorganisation, without letters). */
    REASSIGNED,
    /** Xóa tên. */
    STRUCK_OFF,
    /** Cho ra khỏi Đảng theo nguyện vọng. */
    RESIGNED,
    /** Khai trừ. */
    EXPELLED,
    /** Từ trần. */
    DIED,
    /** Hủy quyết định kết nạp. */
    ADMISSION_CANCELLED,
    /** Khôi phục đảng tịch. */
    RESTORED
}

package vn.partyregister.organisation;

/** What begins a version of an organisation. */
public enum Act {
    /** There when the register was opened, or came in a list. */
    OPENED,
    /** Thành lập. */
    FOUNDED,
    /** Đổi tên. */
    RENAMED,
    /** Chuyển giao nguyên trạng, đổi trực thuộc. */
    MOVED,
    /** Chuyển đổi loại hình tổ chức. */
    TYPE_CHANGED,
    /** Đổi loại hình cơ sở. */
    KIND_CHANGED,
    /** Sắp xếp: several of these at once, by one reorganisation. */
    REORGANISED;

    /** Which act a version is known by, when a second one is done on its first day. */
    Act then(Act next) {
        return switch (this) {
            case OPENED, FOUNDED -> this;
            case RENAMED, MOVED, TYPE_CHANGED, KIND_CHANGED, REORGANISED -> next;
        };
    }
}

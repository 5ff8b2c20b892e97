package vn.partyregister.organisation;

/** What can happen to an organisation in a reorganisation. */
public enum StepAct {
    /** Thành lập. */
    FOUND,
    /** Chia tách. */
    SPLIT,
    /** Sáp nhập, hợp nhất. */
    MERGE,
    /** Đổi trực thuộc. */
    MOVE,
    /** Chuyển loại hình. */
    CHANGE_TYPE,
    /** Đổi tên. */
    RENAME,
    /** Kết thúc hoạt động. */
    CLOSE;

    /** Whether a new organisation begins. */
    public boolean begins() {
        return switch (this) {
            case FOUND, SPLIT -> true;
            case MERGE, MOVE, CHANGE_TYPE, RENAME, CLOSE -> false;
        };
    }

    /** Whether the organisation is no more. */
    public boolean ends() {
        return switch (this) {
            case MERGE, CLOSE -> true;
            case FOUND, SPLIT, MOVE, CHANGE_TYPE, RENAME -> false;
        };
    }
}

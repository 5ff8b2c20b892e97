package vn.partyregister.planning;

/** What a place lacks. */
public enum PlaceGap {
    /** Chưa có đảng viên. */
    MEMBERS("not s.has_members"),
    /** Chưa có chi bộ. */
    CELL("s.cell_id is null"),
    /** Chưa có cấp ủy viên phụ trách. */
    IN_CHARGE("s.in_charge_id is null");

    private final String condition;

    PlaceGap(String condition) {
        this.condition = condition;
    }

    /** As a condition on the state {@code s}. */
    String condition() {
        return condition;
    }
}

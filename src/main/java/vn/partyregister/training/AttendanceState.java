package vn.partyregister.training;

/** How far somebody has come in a class. */
public enum AttendanceState {
    /** Chưa có kết quả. */
    OPEN("p.outcome is null"),
    /** Hoàn thành. */
    FINISHED("p.outcome = 'FINISHED'"),
    /** Không hoàn thành. */
    NOT_FINISHED("p.outcome = 'NOT_FINISHED'"),
    /** Đã cấp giấy chứng nhận. */
    CERTIFIED("p.certificate_id is not null"),
    /** Hoàn thành, chưa cấp giấy chứng nhận. */
    UNCERTIFIED("p.outcome = 'FINISHED' and p.certificate_id is null");

    private final String condition;

    AttendanceState(String condition) {
        this.condition = condition;
    }

    /** As a condition on {@code p}. */
    String condition() {
        return condition;
    }
}

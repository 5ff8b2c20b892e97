package vn.partyregister.training;

/** How far a class has come on a day: told by its days, never written. */
public enum ClassState {
    /** Trong kế hoạch: it has not begun. */
    PLANNED("c.cancelled_on is null and c.from_on > :today"),
    /** Đang học. */
    RUNNING("c.cancelled_on is null and :today between c.from_on and c.to_on"),
    /** Đã kết thúc. */
    ENDED("c.cancelled_on is null and c.to_on < :today"),
    /** Đã mở: it runs or has ended; these are counted. */
    HELD("c.cancelled_on is null and c.from_on <= :today"),
    /** Đã hủy. */
    CANCELLED("c.cancelled_on is not null");

    private final String condition;

    ClassState(String condition) {
        this.condition = condition;
    }

    /** As a condition on {@code c}, asked on the day {@code :today}. */
    String condition() {
        return condition;
    }
}

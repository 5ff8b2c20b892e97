package vn.partyregister.transfer;

import vn.partyregister.platform.Scope;

/** The transfers a list shows, seen from the visitor's organisations. */
public enum TransferView {
    /** Chưa xong. */
    OPEN,
    /** Đang chuyển: the letter is out and nobody has accepted. */
    IN_TRANSIT,
    /** Quá hạn. */
    OVERDUE,
    /** Đã gửi đi mà nơi đến chưa tiếp nhận. */
    SENT_NOT_RECEIVED,
    /** Đã nhận giấy mà nơi đi chưa xác nhận. */
    RECEIVED_NOT_SENT,
    /** Đã tiếp nhận. */
    ACCEPTED,
    /** Bị trả lại. */
    RETURNED,
    /** Đã hủy. */
    CANCELLED;

    private static final String IS_OPEN = "t.stage in ('REQUESTED', 'SIGNING', 'IN_TRANSIT', 'ARRIVING')";
    private static final String UNDER_WAY = "t.stage in ('IN_TRANSIT', 'ARRIVING')";
    static final String IS_OVERDUE = "(" + IS_OPEN
            + " and case when t.introduced_on is null then d.begin_by else d.present_by end < cast(:asAt as date))";

    /** It as a condition of SQL on a transfer {@code t} with its deadlines {@code d}. */
    String condition(Scope scope) {
        return switch (this) {
            case OPEN -> IS_OPEN;
            case IN_TRANSIT -> UNDER_WAY;
            case OVERDUE -> IS_OVERDUE;
            case SENT_NOT_RECEIVED ->
                "(t.from_id is not null and " + UNDER_WAY + " and " + scope.condition("t.from_id") + ")";
            case RECEIVED_NOT_SENT ->
                "(t.received_on is not null and t.introduced_on is null and " + IS_OPEN + " and "
                        + scope.condition("t.to_id") + ")";
            case ACCEPTED, RETURNED, CANCELLED -> "t.stage = '" + name() + "'";
        };
    }
}

package vn.partyregister.transfer;

/** How far a transfer has come. That it is overdue follows from its days, and is never written down. */
public enum Stage {
    /** Đã đề nghị: nobody has signed yet. */
    REQUESTED,
    /** Nơi đi đang xác nhận. */
    SIGNING,
    /** Đang chuyển: the letter is out, the receiver has said nothing. */
    IN_TRANSIT,
    /** Nơi đến đang xác nhận. */
    ARRIVING,
    /** Chi bộ nơi đến đã tiếp nhận. */
    ACCEPTED,
    /** Nơi đến trả lại. */
    RETURNED,
    /** Nơi đi hủy. */
    CANCELLED;

    boolean leadsTo(Stage next) {
        return switch (this) {
            case REQUESTED, SIGNING -> next == SIGNING || next == IN_TRANSIT || next == CANCELLED;
            case IN_TRANSIT -> next == ARRIVING || next == ACCEPTED || next == RETURNED || next == CANCELLED;
            case ARRIVING -> next == ARRIVING || next == ACCEPTED || next == RETURNED;
            case ACCEPTED, RETURNED, CANCELLED -> false;
        };
    }

    /** Whether something is still to come. */
    public boolean isOpen() {
        return switch (this) {
            case REQUESTED, SIGNING, IN_TRANSIT, ARRIVING -> true;
            case ACCEPTED, RETURNED, CANCELLED -> false;
        };
    }

    /** Whether the sender has let the letter go: counted there all the same until somebody else has accepted. */
    public boolean isUnderWay() {
        return this == IN_TRANSIT || this == ARRIVING;
    }
}

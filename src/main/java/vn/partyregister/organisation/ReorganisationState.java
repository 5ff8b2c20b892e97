package vn.partyregister.organisation;

/** How far a reorganisation has come. */
public enum ReorganisationState {
    /** Đang dự thảo: steps are added and taken out. */
    DRAFT,
    /** Đang thực hiện: its job is at work. */
    APPLYING,
    /** Đã thực hiện. */
    APPLIED,
    /** Đang hủy. */
    REVERSING,
    /** Đã hủy: taken back whole. */
    REVERSED,
    /** Đã bỏ: a draft that was let go. */
    ABANDONED;

    boolean leadsTo(ReorganisationState next) {
        return switch (this) {
            case DRAFT -> next == APPLYING || next == ABANDONED;
            case APPLYING -> next == APPLIED || next == DRAFT;
            case APPLIED -> next == REVERSING;
            case REVERSING -> next == REVERSED || next == APPLIED;
            case REVERSED, ABANDONED -> false;
        };
    }

    /** Whether a job is at work. */
    public boolean isAtWork() {
        return switch (this) {
            case APPLYING, REVERSING -> true;
            case DRAFT, APPLIED, REVERSED, ABANDONED -> false;
        };
    }
}

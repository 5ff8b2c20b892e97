package vn.partyregister.recognition;

import java.util.List;

/** What happens to a party card (thẻ đảng viên). */
public enum CardAct {
    /** Phát thẻ lần đầu. */
    FIRST,
    /** Cấp lại do mất. */
    LOST,
    /** Đổi do hỏng. */
    DAMAGED,
    /** Đổi theo đợt. */
    EXCHANGED,
    /** Đổi do thay đổi thông tin. */
    DETAILS,
    /** Thu hồi: of who left the Party, or died. */
    TAKEN_BACK,
    /** Gia đình giữ lại. */
    KEPT;

    /** Those that give a card. */
    public static final List<CardAct> ISSUES = List.of(FIRST, LOST, DAMAGED, EXCHANGED, DETAILS);

    /** Those that end it. */
    public static final List<CardAct> ENDS = List.of(TAKEN_BACK, KEPT);

    public boolean gives() {
        return ISSUES.contains(this);
    }
}

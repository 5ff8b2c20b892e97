package vn.partyregister.membership;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What is true of a member for a time and does not move the count. */
public enum FactKind {
    /** Chuyển sinh hoạt tạm thời: votes and is counted at home. */
    TEMPORARY_OUT(true, true),
    /** Đi làm ăn xa. */
    WORKING_AWAY(true, false),
    /** Ra nước ngoài. */
    ABROAD(true, false),
    /** Đi học tập trung. */
    STUDENT(true, false),
    /** Nghỉ hưu. */
    RETIRED(false, false),
    /** Xuất ngũ. */
    DEMOBILISED(false, false),
    /** Đình chỉ sinh hoạt. */
    SUSPENDED(false, true),
    /** Mất liên lạc. */
    LOST_CONTACT(false, false);

    private final boolean place;
    private final boolean decision;

    FactKind(boolean place, boolean decision) {
        this.place = place;
        this.decision = decision;
    }

    /** Whether it says where they are meanwhile. */
    public boolean asksForPlace() {
        return place;
    }

    /** Whether it may lead to another organisation of the register, which lists them and does not count them. */
    public boolean leadsToAHost() {
        return this == TEMPORARY_OUT;
    }

    /** Whether somebody decides on it. */
    public boolean asksForDecision() {
        return decision;
    }

    /** What it is called, for a message that speaks of it. */
    MessageSourceResolvable label() {
        return new DefaultMessageSourceResolvable("FactKind." + name());
    }
}

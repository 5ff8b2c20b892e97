package vn.partyregister.membership;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column that a member list may show beside the name, in the order of the list. */
public enum ListColumn {
    SEX(true),
    BORN(true, MemberOrder.BORN),
    AGE(false),
    ETHNICITY(true),
    RELIGION(false),
    RESIDENCE(false),
    OCCUPATION(false),
    EDUCATION(false),
    QUALIFICATION(false),
    THEORY(false),
    ORGANISATION(true, MemberOrder.ORGANISATION),
    STATUS(true),
    JOINED(true, MemberOrder.JOINED),
    ENTRY_PERIOD(false),
    OFFICIAL(false),
    CARD(true, MemberOrder.CARD),
    FILE_NUMBER(false),
    EXEMPT(false);

    private final boolean standard;
    private final @Nullable MemberOrder order;

    ListColumn(boolean standard) {
        this(standard, null);
    }

    ListColumn(boolean standard, @Nullable MemberOrder order) {
        this.standard = standard;
        this.order = order;
    }

    /** What orders the list by this column, null where nothing does. */
    public @Nullable String sort() {
        return order == null ? null : order.key();
    }

    /** The columns of who has chosen none. */
    static List<ListColumn> standard() {
        return Arrays.stream(values()).filter(column -> column.standard).toList();
    }
}

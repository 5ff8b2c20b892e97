package vn.partyregister.membership;

import static vn.partyregister.membership.MovementKind.Asked.DECISION;
import static vn.partyregister.membership.MovementKind.Asked.ELSEWHERE;
import static vn.partyregister.membership.MovementKind.Asked.GROUND;
import static vn.partyregister.membership.MovementKind.Asked.ORGANISATION;
import static vn.partyregister.membership.MovementKind.Asked.STATUS;
import static vn.partyregister.membership.MovementKind.Turn.COMES;
import static vn.partyregister.membership.MovementKind.Turn.GOES;
import static vn.partyregister.membership.MovementKind.Turn.STAYS;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What can happen to a member (biến động); the journal knows nothing else. */
public enum MovementKind {
    /** There when the register was opened; by hand only in the place of such an entry that was taken back. */
    OPENING(COMES, ORGANISATION, STATUS),
    /** Kết nạp: entered with the person. */
    ADMITTED(COMES),
    /** Công nhận chính thức. */
    RECOGNISED(STAYS, DECISION),
    /** Chuyển sinh hoạt chính thức trong đảng bộ. */
    TRANSFERRED(STAYS, ORGANISATION, GROUND, DECISION),
    /** Chuyển đến từ ngoài. */
    TRANSFERRED_IN(COMES, ORGANISATION, STATUS, ELSEWHERE, DECISION),
    /** Chuyển đi ra ngoài. */
    TRANSFERRED_OUT(GOES, ELSEWHERE, GROUND, DECISION),
    /** Chuyển theo tổ chức (reorganisation, without letters). */
    REASSIGNED(STAYS),
    /** Xóa tên. */
    STRUCK_OFF(GOES, GROUND, DECISION),
    /** Cho ra khỏi Đảng theo nguyện vọng. */
    RESIGNED(GOES, GROUND, DECISION),
    /** Khai trừ. */
    EXPELLED(GOES, GROUND, DECISION),
    /** Từ trần: nobody decides on it. */
    DIED(GOES, GROUND),
    /** Hủy quyết định kết nạp. */
    ADMISSION_CANCELLED(GOES, GROUND, DECISION),
    /** Khôi phục đảng tịch. */
    RESTORED(COMES, ORGANISATION, STATUS, GROUND, DECISION);

    /** What can be entered of an official member, what happens most first. */
    static final List<MovementKind> OF_A_MEMBER =
            List.of(TRANSFERRED, TRANSFERRED_OUT, DIED, STRUCK_OFF, RESIGNED, EXPELLED, ADMISSION_CANCELLED);

    static final List<MovementKind> OF_A_PROBATIONER =
            Stream.concat(Stream.of(RECOGNISED), OF_A_MEMBER.stream()).toList();

    /** What one decision, or one list, can say of many. */
    public static final List<MovementKind> OF_MANY = List.of(
            RECOGNISED,
            TRANSFERRED,
            TRANSFERRED_OUT,
            STRUCK_OFF,
            RESIGNED,
            EXPELLED,
            DIED,
            RESTORED,
            ADMISSION_CANCELLED);

    private final Turn turn;
    private final Set<Asked> asked;

    MovementKind(Turn turn, Asked... asked) {
        this.turn = turn;
        this.asked = Set.of(asked);
    }

    /**
     * How somebody comes back whose last entry is of a kind; being admitted again is entered with the person.
     *
     * @param last null for whom nothing is told of any more
     */
    static List<MovementKind> after(@Nullable MovementKind last) {
        return switch (last) {
            case null -> List.of(TRANSFERRED_IN);
            case STRUCK_OFF, EXPELLED, ADMISSION_CANCELLED -> List.of(RESTORED);
            case TRANSFERRED_OUT -> List.of(TRANSFERRED_IN);
            case RESIGNED, DIED, OPENING, ADMITTED, RECOGNISED, TRANSFERRED, TRANSFERRED_IN, REASSIGNED, RESTORED ->
                List.of();
        };
    }

    Turn turn() {
        return turn;
    }

    /** Whether its entry is asked for this, beside the day. */
    public boolean asks(Asked what) {
        return asked.contains(what);
    }

    /** Whether it is entered from the file of a member, with nothing but what it asks. */
    public boolean isEnteredFromTheFile() {
        return !asked.isEmpty();
    }

    /** Whether what was taken back can be entered anew on a page: an admission is entered with the person. */
    public boolean isEnteredAnew() {
        return isEnteredFromTheFile() || this == ADMITTED;
    }

    /** The code list of its grounds. */
    public String grounds() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-ground";
    }

    /** What it is called, for a message that speaks of it. */
    public MessageSourceResolvable label() {
        return new DefaultMessageSourceResolvable("MovementKind." + name());
    }

    /** What it makes of a spell of membership. */
    enum Turn {
        COMES,
        STAYS,
        GOES
    }

    /** What an entry is asked for beside its day. */
    public enum Asked {
        ORGANISATION,
        STATUS,
        ELSEWHERE,
        GROUND,
        DECISION
    }
}

package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/** A transfer as it is read: what the letter says of the member, and the boxes in their order. */
public record TransferFile(Head head, List<Passed> boxes) {
    public TransferFile {
        boxes = List.copyOf(boxes);
    }

    /** The side whose turn it is; null when the transfer is over. */
    public @Nullable Side turn() {
        return !head.stage().isOpen() ? null : head.introducedOn() == null ? Side.FROM : Side.TO;
    }

    /** The boxes that the reader may fill now, as far as they answer for their levels one after the other. */
    public List<Passed> fillable() {
        return boxes.stream()
                .filter(box -> box.side() == turn() && box.filledOn() == null)
                .takeWhile(Passed::mine)
                .toList();
    }

    /** The last box of the sender: with it the letter gets its number. */
    public int lastOfSender() {
        return boxes.stream()
                .filter(box -> box.side() == Side.FROM)
                .mapToInt(Passed::position)
                .max()
                .orElse(0);
    }

    /** Whether the reader may fill the last box: the member is accepted then. */
    public boolean mayAccept() {
        var open = fillable();
        return !open.isEmpty() && open.getLast().position() == boxes.size() - 1;
    }

    /** Whether the reader may send it back now. */
    public boolean mayReturn() {
        return head.stage().isUnderWay() && (head.direction() == Direction.OUT ? head.sender() : head.receiver());
    }

    /** Whether the reader may take it back now. */
    public boolean mayCancel() {
        return head.stage().isOpen()
                && head.stage() != Stage.ARRIVING
                && (head.sender() || head.receiver() && (head.direction() == Direction.IN || isOnlyPresented()));
    }

    /** Whether the reader may note that the letter was presented. */
    public boolean mayNoteReceived() {
        return head.stage().isOpen() && head.receivedOn() == null && head.receiver();
    }

    private boolean isOnlyPresented() {
        return head.stage() == Stage.REQUESTED && head.letterNumber() != null;
    }

    /**
     * What stands above the boxes.
     *
     * @param opens whether the reader may open the member's file
     * @param sender whether the reader answers for the sender
     * @param receiver whether the reader answers for the receiver
     * @param newcomer whether the register does not know them yet
     */
    public record Head(
            UUID id,
            String code,
            TransferKind kind,
            Direction direction,
            Stage stage,
            @Nullable UUID memberId,
            String fullName,
            String sex,
            LocalDate bornEarliest,
            PartialDate.Precision bornPrecision,
            LocalDate joinedOn,
            @Nullable LocalDate officialOn,
            @Nullable String cardNumber,
            @Nullable String fileNumber,
            @Nullable String ground,
            LocalDate decidedOn,
            LocalDate requestedOn,
            @Nullable LocalDate returnsOn,
            @Nullable String begunLateWhy,
            @Nullable String letterNumber,
            @Nullable LocalDate letterIssuedOn,
            @Nullable String letterIssuer,
            @Nullable LocalDate introducedOn,
            @Nullable LocalDate receivedOn,
            @Nullable String presentedLateWhy,
            @Nullable LocalDate endedOn,
            @Nullable String endedWhy,
            @Nullable Boolean dossierTravelled,
            @Nullable LocalDate dossierOn,
            String recordedBy,
            @Nullable LocalDate beginBy,
            @Nullable LocalDate presentBy,
            boolean overdue,
            boolean opens,
            boolean sender,
            boolean receiver,
            boolean newcomer) {
        public PartialDate born() {
            return new PartialDate(bornEarliest, bornPrecision);
        }

        /** By when it has to come further; null when it is over. */
        public @Nullable LocalDate dueOn() {
            return !stage.isOpen() ? null : introducedOn == null ? beginBy : presentBy;
        }
    }

    /**
     * A box of the letter.
     *
     * @param mine whether the reader answers for its level
     */
    public record Passed(
            int position,
            Side side,
            Level level,
            String name,
            @Nullable LocalDate filledOn,
            @Nullable String filledBy,
            boolean mine) {}
}

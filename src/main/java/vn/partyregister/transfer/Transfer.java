package vn.partyregister.transfer;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Status;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * A member on the way from one organisation to another (chuyển sinh hoạt đảng). The letter of introduction goes up the
 * levels of the sender and down those of the receiver, and each fills its box; with the last one the receiver has accepted.
 */
@Entity
@Table(schema = "transfer")
public class Transfer {
    @EmbeddedId
    private TransferId id;

    @Version
    private @Nullable Integer version;

    private String code;

    @Enumerated(EnumType.STRING)
    private TransferKind kind;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Embedded
    @EmbeddedColumnNaming("member_%s")
    private @Nullable MemberId member;

    @Embedded
    @EmbeddedColumnNaming("newcomer_%s")
    private @Nullable Newcomer newcomer;

    @Embedded
    @EmbeddedColumnNaming("from_%s")
    private @Nullable OrganisationId from;

    @Embedded
    @EmbeddedColumnNaming("to_%s")
    private @Nullable OrganisationId to;

    private @Nullable String elsewhere;
    private @Nullable String ground;
    private LocalDate decidedOn;
    private LocalDate requestedOn;
    private @Nullable LocalDate returnsOn;
    private @Nullable String begunLateWhy;

    @Embedded
    @EmbeddedColumnNaming("letter_%s")
    private @Nullable Letter letter;

    private @Nullable LocalDate introducedOn;
    private @Nullable LocalDate receivedOn;
    private @Nullable String presentedLateWhy;
    private @Nullable LocalDate endedOn;
    private @Nullable String endedWhy;
    private @Nullable Boolean dossierTravelled;
    private @Nullable LocalDate dossierOn;
    private String recordedBy;

    @Embedded
    private Boxes boxes;

    @SuppressWarnings("NullAway.Init")
    protected Transfer() {}

    private Transfer(TransferKind kind, Direction direction, List<Box> boxes, LocalDate decidedOn, String username) {
        id = TransferId.next();
        code = LetterCode.draw();
        stage = Stage.REQUESTED;
        this.kind = kind;
        this.direction = direction;
        this.boxes = new Boxes(boxes);
        this.decidedOn = decidedOn;
        requestedOn = decidedOn;
        recordedBy = username;
    }

    /** A member of the register asks to go. */
    static Transfer request(
            MemberId member, OrganisationId from, NewTransfer told, Deadline begins, List<Box> boxes, String username) {
        requireWay(told.kind(), told.direction());
        notBefore(told.decidedOn(), told.requestedOn(), "transfer.requested-before-decided");
        begins.requireInTime(told.requestedOn(), told.lateWhy(), "transfer.begun-late");
        var transfer = new Transfer(told.kind(), told.direction(), boxes, told.decidedOn(), username);
        transfer.member = member;
        transfer.from = from;
        transfer.to = told.to();
        transfer.elsewhere = told.to() == null ? told.elsewhere() : null;
        transfer.ground = told.ground();
        transfer.requestedOn = told.requestedOn();
        transfer.returnsOn = told.returnsOn();
        transfer.begunLateWhy = told.lateWhy();
        return transfer;
    }

    /** A member of the register brings a letter of which the sender has said nothing here. */
    static Transfer presented(
            MemberId member, OrganisationId from, NewArrival told, Letter letter, List<Box> boxes, String username) {
        requireWay(told.kind(), Direction.WITHIN);
        var transfer = arrival(told, letter, Direction.WITHIN, boxes, username);
        transfer.member = member;
        transfer.from = from;
        return transfer;
    }

    /**
     * Somebody brings a letter from outside of the register.
     *
     * @param known who they are, where they were a member here before
     */
    static Transfer from(
            String elsewhere,
            @Nullable MemberId known,
            NewArrival told,
            Letter letter,
            List<Box> boxes,
            String username) {
        requireWay(told.kind(), Direction.IN);
        var transfer = arrival(told, letter, Direction.IN, boxes, username);
        transfer.elsewhere = elsewhere;
        transfer.member = known;
        transfer.newcomer = told.person();
        transfer.boxes.fill(0, letter.issuedOn(), username);
        transfer.introducedOn = letter.issuedOn();
        return transfer.moveTo(Stage.IN_TRANSIT);
    }

    private static Transfer arrival(
            NewArrival told, Letter letter, Direction direction, List<Box> boxes, String username) {
        notBefore(letter.issuedOn(), told.receivedOn(), "transfer.received-before-issued");
        var transfer = new Transfer(told.kind(), direction, boxes, letter.issuedOn(), username);
        transfer.to = told.to();
        transfer.letter = letter;
        transfer.ground = told.ground();
        transfer.receivedOn = told.receivedOn();
        return transfer;
    }

    private static void requireWay(TransferKind kind, Direction direction) {
        if (!kind.goes(direction)) {
            throw new RuleBroken("transfer.no-such-way." + kind);
        }
    }

    /** Another code, where the one that was drawn is another letter's. */
    void drawAnew() {
        code = LetterCode.draw();
    }

    /** The side whose box is the next to be filled, up to one that is open. */
    Side requireNext(int upTo) {
        var side = introducedOn == null ? Side.FROM : Side.TO;
        requireOpen();
        boxes.requireNext(upTo, side);
        return side;
    }

    /** The open boxes of the side whose turn it is, up to one of them. */
    List<Box> open(int upTo) {
        return boxes.open(upTo);
    }

    /** Whether the sender's last signature is among those up to a box: the letter is numbered then. */
    boolean issues(int upTo) {
        return boxes.issues(upTo);
    }

    /** Levels of the sender sign, not the last one of them. */
    Transfer sign(int upTo, LocalDate day, String username) {
        notBeforeTheLast(day);
        boxes.fill(upTo, day, username);
        return moveTo(Stage.SIGNING);
    }

    /** The last level of the sender signs: the letter is out. */
    Transfer introduce(int upTo, Letter signed, LocalDate day, String username) {
        notBeforeTheLast(day);
        if (receivedOn != null && day.isAfter(receivedOn)) {
            throw new RuleBroken("transfer.signed-after-received", Dates.write(receivedOn));
        }
        boxes.fill(upTo, day, username);
        letter = signed;
        introducedOn = signed.issuedOn();
        return moveTo(Stage.IN_TRANSIT);
    }

    /** The receiver has seen the letter, and waits for the sender to say here that it is out. */
    Transfer note(LocalDate day) {
        requireOpen();
        if (receivedOn != null) {
            throw new RuleBroken("transfer.received-already", Dates.write(receivedOn));
        }
        notBefore(introducedOn == null ? requestedOn : introducedOn, day, "transfer.received-before-issued");
        receivedOn = day;
        return this;
    }

    /** Levels of the receiver confirm, not the last one of them. */
    Transfer receive(int upTo, LocalDate day, String username) {
        arrive(upTo, day, username);
        return moveTo(Stage.ARRIVING);
    }

    /** The cell of the receiver, or whoever is elsewhere, takes the member in. */
    Transfer accept(MemberId accepted, LocalDate day, Deadline presents, @Nullable String lateWhy, String username) {
        presents.requireInTime(day, lateWhy, "transfer.presented-late");
        arrive(boxes.last(), day, username);
        member = accepted;
        presentedLateWhy = lateWhy;
        endedOn = day;
        return moveTo(Stage.ACCEPTED);
    }

    private void arrive(int upTo, LocalDate day, String username) {
        notBeforeTheLast(day);
        boxes.fill(upTo, day, username);
        if (receivedOn == null) {
            receivedOn = day;
        }
    }

    /** The receiver sends the letter back: the member stays where they were. */
    Transfer sendBack(LocalDate day, String why) {
        return end(Stage.RETURNED, day, why);
    }

    /** The sender takes it back before anybody at the other end has confirmed. */
    Transfer cancel(LocalDate day, String why) {
        return end(Stage.CANCELLED, day, why);
    }

    private Transfer end(Stage how, LocalDate day, String why) {
        notBeforeTheLast(day);
        moveTo(how);
        endedOn = day;
        endedWhy = why;
        return this;
    }

    /** Whether the paper file went along. */
    Transfer tellOfDossier(boolean travelled, @Nullable LocalDate day) {
        if (day != null) {
            notBefore(requestedOn, day, "transfer.dossier-before-requested");
        }
        dossierTravelled = travelled;
        dossierOn = travelled ? day : null;
        return this;
    }

    /** Boxes are filled in order, the first after the application; of a letter that somebody brought none is known. */
    private void notBeforeTheLast(LocalDate day) {
        var first = introducedOn == null && letter != null ? LocalDate.MIN : requestedOn;
        notBefore(boxes.lastFilledOn().orElse(first), day, "transfer.before-the-box-before");
    }

    private void requireOpen() {
        if (!stage.isOpen()) {
            throw new RuleBroken("transfer.over." + stage, Dates.write(Objects.requireNonNull(endedOn)));
        }
    }

    private Transfer moveTo(Stage next) {
        requireOpen();
        if (!stage.leadsTo(next)) {
            throw new RuleBroken("transfer.not-now." + next);
        }
        stage = next;
        return this;
    }

    private static void notBefore(LocalDate first, LocalDate then, String otherwise) {
        if (then.isBefore(first)) {
            throw new RuleBroken(otherwise, Dates.write(first));
        }
    }

    public TransferId id() {
        return id;
    }

    public String code() {
        return code;
    }

    public TransferKind kind() {
        return kind;
    }

    public Direction direction() {
        return direction;
    }

    public Stage stage() {
        return stage;
    }

    /** Null for a newcomer until they are accepted. */
    public @Nullable MemberId member() {
        return member;
    }

    @Nullable
    Newcomer newcomer() {
        return newcomer;
    }

    /** As what the letter introduces who comes from outside. */
    @Nullable
    Status status() {
        return newcomer == null ? null : newcomer.officialOn() == null ? Status.PROBATIONARY : Status.OFFICIAL;
    }

    @Nullable
    OrganisationId from() {
        return from;
    }

    @Nullable
    OrganisationId to() {
        return to;
    }

    @Nullable
    String elsewhere() {
        return elsewhere;
    }

    @Nullable
    String ground() {
        return ground;
    }

    @Nullable
    LocalDate returnsOn() {
        return returnsOn;
    }

    @Nullable
    Letter letter() {
        return letter;
    }

    @Nullable
    LocalDate introducedOn() {
        return introducedOn;
    }

    /** Whether nobody but the receiver has said anything of it here. */
    boolean isOnlyPresented() {
        return stage == Stage.REQUESTED && letter != null;
    }

    List<Box> boxes() {
        return boxes.all();
    }
}

package vn.partyregister.transfer;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Status;
import vn.partyregister.organisation.OrganisationId;

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

    @Embedded
    @EmbeddedColumnNaming("member_%s")
    private @Nullable MemberId member;

    @Embedded
    @EmbeddedColumnNaming("newcomer_%s")
    private @Nullable Newcomer newcomer;

    @Embedded
    private Way way;

    private LocalDate decidedOn;

    @Embedded
    private Passage passage;

    @Embedded
    @EmbeddedColumnNaming("letter_%s")
    private @Nullable Letter letter;

    @Embedded
    private Boxes boxes;

    @Embedded
    @EmbeddedColumnNaming("dossier_%s")
    private @Nullable Dossier dossier;

    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected Transfer() {}

    private Transfer(Way way, LocalDate decidedOn, Passage passage, List<Box> boxes, String username) {
        id = TransferId.next();
        code = LetterCode.draw();
        this.way = way;
        this.decidedOn = decidedOn;
        this.passage = passage;
        this.boxes = new Boxes(boxes);
        recordedBy = username;
    }

    /** A member of the register asks to go. */
    static Transfer request(
            MemberId member, OrganisationId from, NewTransfer told, Deadline begins, List<Box> boxes, String username) {
        var way = Way.asked(from, told);
        Passage.requireInOrder(told.decidedOn(), told.requestedOn(), "transfer.requested-before-decided");
        begins.requireInTime(told.requestedOn(), told.lateWhy(), "transfer.begun-late");
        var asked = Passage.requested(told.requestedOn(), told.lateWhy());
        var transfer = new Transfer(way, told.decidedOn(), asked, boxes, username);
        transfer.member = member;
        return transfer;
    }

    /** A member of the register brings a letter of which the sender has said nothing here. */
    static Transfer presented(
            MemberId member, OrganisationId from, NewArrival told, Letter letter, List<Box> boxes, String username) {
        var transfer = arrival(Way.presented(from, told), told, letter, boxes, username);
        transfer.member = member;
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
        var transfer = arrival(Way.into(elsewhere, told), told, letter, boxes, username);
        transfer.member = known;
        transfer.newcomer = told.person();
        transfer.boxes.fill(0, letter.issuedOn(), username);
        transfer.passage.introduce(letter.issuedOn());
        return transfer;
    }

    private static Transfer arrival(Way way, NewArrival told, Letter letter, List<Box> boxes, String username) {
        var begun = Passage.presented(letter.issuedOn(), told.receivedOn());
        var transfer = new Transfer(way, letter.issuedOn(), begun, boxes, username);
        transfer.letter = letter;
        return transfer;
    }

    /** Another code, where the one that was drawn is another letter's. */
    void drawAnew() {
        code = LetterCode.draw();
    }

    /** The side whose box is the next to be filled, up to one that is open. */
    Side requireNext(int upTo) {
        var side = passage.introducedOn() == null ? Side.FROM : Side.TO;
        passage.requireOpen();
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
        passage.moveTo(Stage.SIGNING);
        return this;
    }

    /** The last level of the sender signs: the letter is out. */
    Transfer introduce(int upTo, Letter signed, LocalDate day, String username) {
        notBeforeTheLast(day);
        passage.requireNotSeenBefore(day);
        boxes.fill(upTo, day, username);
        letter = signed;
        passage.introduce(signed.issuedOn());
        return this;
    }

    /** The receiver has seen the letter, and waits for the sender to say here that it is out. */
    Transfer note(LocalDate day) {
        passage.note(day);
        return this;
    }

    /** Levels of the receiver confirm, not the last one of them. */
    Transfer receive(int upTo, LocalDate day, String username) {
        notBeforeTheLast(day);
        boxes.fill(upTo, day, username);
        passage.arrive(Stage.ARRIVING, day);
        return this;
    }

    /** The cell of the receiver, or whoever is elsewhere, takes the member in. */
    Transfer accept(MemberId accepted, LocalDate day, Deadline presents, @Nullable String lateWhy, String username) {
        presents.requireInTime(day, lateWhy, "transfer.presented-late");
        notBeforeTheLast(day);
        boxes.fill(boxes.last(), day, username);
        member = accepted;
        passage.accept(day, lateWhy);
        return this;
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
        passage.end(how, day, why);
        return this;
    }

    /** Whether the paper file went along. */
    Transfer tellOfDossier(boolean travelled, @Nullable LocalDate day) {
        if (day != null) {
            Passage.requireInOrder(passage.requestedOn(), day, "transfer.dossier-before-requested");
        }
        dossier = new Dossier(travelled, day);
        return this;
    }

    /** Boxes are filled in order, the first after the application; of a letter that somebody brought none is known. */
    private void notBeforeTheLast(LocalDate day) {
        var first = passage.introducedOn() == null && letter != null ? LocalDate.MIN : passage.requestedOn();
        Passage.requireInOrder(boxes.lastFilledOn().orElse(first), day, "transfer.before-the-box-before");
    }

    public TransferId id() {
        return id;
    }

    public String code() {
        return code;
    }

    public TransferKind kind() {
        return way.kind();
    }

    public Direction direction() {
        return way.direction();
    }

    public Stage stage() {
        return passage.stage();
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
        return newcomer == null ? null : newcomer.status();
    }

    Way way() {
        return way;
    }

    @Nullable
    OrganisationId from() {
        return way.from();
    }

    @Nullable
    OrganisationId to() {
        return way.to();
    }

    @Nullable
    Letter letter() {
        return letter;
    }

    @Nullable
    LocalDate introducedOn() {
        return passage.introducedOn();
    }

    /** Whether nobody but the receiver has said anything of it here. */
    boolean isOnlyPresented() {
        return stage() == Stage.REQUESTED && letter != null;
    }

    List<Box> boxes() {
        return boxes.all();
    }
}

package vn.partyregister.transfer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/** How far a letter has come, and on which days: asked for, out, in the hands of the receiver, over. It only goes on. */
@Embeddable
class Passage {
    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate requestedOn;
    private @Nullable String begunLateWhy;
    private @Nullable LocalDate introducedOn;
    private @Nullable LocalDate receivedOn;
    private @Nullable String presentedLateWhy;
    private @Nullable LocalDate endedOn;
    private @Nullable String endedWhy;

    @SuppressWarnings("NullAway.Init")
    protected Passage() {}

    /** Asked for on a day; explained where that is late. */
    static Passage requested(LocalDate day, @Nullable String lateWhy) {
        var passage = new Passage();
        passage.stage = Stage.REQUESTED;
        passage.requestedOn = day;
        passage.begunLateWhy = lateWhy;
        return passage;
    }

    /** Begun by whoever brings the letter, on the day it was signed. */
    static Passage presented(LocalDate issuedOn, LocalDate receivedOn) {
        requireInOrder(issuedOn, receivedOn, "transfer.received-before-issued");
        var passage = requested(issuedOn, null);
        passage.receivedOn = receivedOn;
        return passage;
    }

    void requireOpen() {
        if (!stage.isOpen()) {
            throw new RuleBroken("transfer.over." + stage, Dates.write(Objects.requireNonNull(endedOn)));
        }
    }

    void moveTo(Stage next) {
        requireOpen();
        if (!stage.leadsTo(next)) {
            throw new RuleBroken("transfer.not-now." + next);
        }
        stage = next;
    }

    /** Refuses a last signature of the sender that the receiver had before it was given. */
    void requireNotSeenBefore(LocalDate signed) {
        if (receivedOn != null && signed.isAfter(receivedOn)) {
            throw new RuleBroken("transfer.signed-after-received", Dates.write(receivedOn));
        }
    }

    void introduce(LocalDate issuedOn) {
        moveTo(Stage.IN_TRANSIT);
        introducedOn = issuedOn;
    }

    /** The receiver has seen the letter. */
    void note(LocalDate day) {
        requireOpen();
        if (receivedOn != null) {
            throw new RuleBroken("transfer.received-already", Dates.write(receivedOn));
        }
        requireInOrder(introducedOn == null ? requestedOn : introducedOn, day, "transfer.received-before-issued");
        receivedOn = day;
    }

    /** Levels of the receiver confirm: the letter is in their hands at the latest then. */
    void arrive(Stage next, LocalDate day) {
        moveTo(next);
        if (receivedOn == null) {
            receivedOn = day;
        }
    }

    void accept(LocalDate day, @Nullable String lateWhy) {
        arrive(Stage.ACCEPTED, day);
        presentedLateWhy = lateWhy;
        endedOn = day;
    }

    void end(Stage how, LocalDate day, String why) {
        moveTo(how);
        endedOn = day;
        endedWhy = why;
    }

    static void requireInOrder(LocalDate first, LocalDate then, String otherwise) {
        if (then.isBefore(first)) {
            throw new RuleBroken(otherwise, Dates.write(first));
        }
    }

    Stage stage() {
        return stage;
    }

    LocalDate requestedOn() {
        return requestedOn;
    }

    @Nullable
    LocalDate introducedOn() {
        return introducedOn;
    }
}

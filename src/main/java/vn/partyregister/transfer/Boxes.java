package vn.partyregister.transfer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * The boxes of one letter in the order they are filled: up the levels of the sender, then down those of the receiver.
 * Boxes are told by their place from 0 on; whoever fills one fills those before it that are still open.
 */
@Embeddable
class Boxes {
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "transfer", name = "box", joinColumns = @JoinColumn(name = "transfer_id"))
    @OrderColumn(name = "position")
    private List<Box> boxes;

    @SuppressWarnings("NullAway.Init")
    protected Boxes() {}

    Boxes(List<Box> boxes) {
        this.boxes = new ArrayList<>(boxes);
    }

    /** Refuses one that is filled already, that there is none of, or that is the other side's. */
    void requireNext(int upTo, Side side) {
        if (upTo < 0 || upTo >= boxes.size() || boxes.get(upTo).isFilled()) {
            throw new RuleBroken("transfer.box-filled");
        }
        if (boxes.get(upTo).side() != side) {
            throw new RuleBroken("transfer.not-sent");
        }
    }

    /** Those still open, up to one of them. */
    List<Box> open(int upTo) {
        return boxes.subList(0, upTo + 1).stream()
                .filter(box -> !box.isFilled())
                .toList();
    }

    /** Whether the sender's last signature is among those up to one. */
    boolean issues(int upTo) {
        return boxes.get(upTo).side() == Side.FROM
                && upTo + 1 < boxes.size()
                && boxes.get(upTo + 1).side() == Side.TO;
    }

    void fill(int upTo, LocalDate day, String username) {
        for (var at = 0; at <= upTo; at++) {
            if (!boxes.get(at).isFilled()) {
                boxes.set(at, boxes.get(at).fill(day, username));
            }
        }
    }

    /** The place of the last one: of the cell that takes in, or of whoever is elsewhere. */
    int last() {
        return boxes.size() - 1;
    }

    /** The day of the latest that is filled. */
    Optional<LocalDate> lastFilledOn() {
        return boxes.stream().map(Box::filledOn).filter(Objects::nonNull).max(LocalDate::compareTo);
    }

    List<Box> all() {
        return List.copyOf(boxes);
    }
}
